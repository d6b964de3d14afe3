import type { Classifier } from '../../../client/classifier/create-classifier'
import {
  clearMarks,
  markNone,
  markPictures,
  setApart,
  type Mark,
  type MarkedPicture,
} from '../../../core/tasks/own/marks'
import { smallJpeg } from '../../../platform/pictures/small-jpeg'
import type { MarkMemory } from '../../../platform/storage/earlier-visits'
import type { MarkActions } from './own-actions'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'
import { createReview } from '../decisions/create-review'
import { review } from '../../../words/en/review'
import { createReviewView } from '../decisions/review-view'
import { followGood } from './good/follow-good'
import { keepMarks } from './marking/keep-marks'
import { keepVersions } from './versions/keep-versions'
import { createOwnAnswers } from './own-answers'
import { createMarkAs } from './marking/mark-as'
import { createMarkHeld } from './marking/mark-held'
import { countCopies, markable } from './marking/markable'
import { tellLostDecisions } from './marking/tell-lost'
import { createOwnFiles, type OwnFilesDeps } from './files/own-files'
import { tellUnlearned } from './files/tell-unlearned'
import { startTrainer } from './trainer'

/** What marks and a head over them are made with. */
export interface OwnClassifierDeps
  extends
    Pick<ActionDeps, 'store' | 'selectors' | 'now'>,
    Omit<OwnFilesDeps, 'work' | 'onSaved' | 'answerBy' | 'shrink'>,
    Partial<Pick<OwnFilesDeps, 'shrink'>> {
  readonly classifier: Classifier
  readonly memory: MarkMemory
  readonly work: Pick<WorkKeeper, 'record' | 'change' | 'join' | 'offerUndo'>
}

/** Builds what is done with marks, and begins to learn from them and to keep them. */
export const createOwnClassifier = async (deps: OwnClassifierDeps): Promise<MarkActions> => {
  const { store, selectors, work, classifier } = deps
  const { getState, setState } = store
  selectors.tasks.own.answerBy(createOwnAnswers())
  selectors.reviewBy(createReviewView(selectors))
  const [keeper, versions] = [await keepMarks(deps), await keepVersions(deps)]
  const trainer = startTrainer(store, classifier)
  tellLostDecisions(deps, work)
  tellUnlearned(deps, deps.notices)

  const record = (
    ids: readonly string[],
    change: (marks: readonly Mark[], pictures: readonly MarkedPicture[]) => readonly Mark[],
  ) => {
    const state = getState()
    const pictures = markable(state, ids).map(({ id, name, encoded }) => ({ id, name, encoded }))
    if (pictures.length === 0) return
    work.record({ kind: 'mark-pictures', count: pictures.length }, { marks: change(state.marks, pictures) })
    const { marks } = getState()
    const count = marks === state.marks ? 0 : countCopies(state, ids)
    if (count === 0) return
    deps.notices.show({
      ...{ tone: 'info', about: 'copies', action: null },
      text: () => deps.wordsWith(review).t('review.copies', { count }),
      holds: (now) => now.marks === marks,
    })
  }
  const actions: Omit<MarkActions, 'review'> = {
    mark: (ids, tagId, says) => {
      const { mode } = getState().settings.rules
      record(ids, (marks, pictures) => markPictures(marks, pictures, tagId, says, mode))
    },
    markNone: (ids) => {
      const { tags, settings } = getState()
      const tagIds = tags.map(({ id }) => id)
      record(ids, (marks, pictures) => markNone(marks, pictures, tagIds, settings.rules.mode))
    },
    unmark: (ids) => {
      record(ids, clearMarks)
    },
    setApart: (sha256s) => {
      const marks = setApart(getState().marks, new Set(sha256s))
      work.record({ kind: 'mark-pictures', count: sha256s.length }, { marks })
    },
    learn: () => {
      setState({ learns: true })
    },
    answerBy: (answersBy) => {
      setState({ answersBy })
    },
    showOnly: (sha256s, text) => {
      const wanted = new Set(sha256s)
      const ids = getState().pictures.flatMap(({ id, phase }) =>
        phase.facts && wanted.has(phase.facts.sha256) ? [id] : [],
      )
      setState({ only: { text, ids: new Set(ids) } })
    },
    files: createOwnFiles({
      ...{ shrink: smallJpeg, ...deps },
      ...{ onSaved: versions.keepSaved, answerBy: trainer.answerBy },
    }),
    sortByUnlike: followGood(store).sortBy,
    keepNamed: versions.keepNamed,
    removeName: versions.removeName,
    restore: versions.restore,
    markAs: createMarkAs(deps),
    markHeld: createMarkHeld(deps),
    forget: (sha256s) => {
      const gone = sha256s === 'all' ? null : new Set(sha256s)
      versions.forget((id) => gone === null || gone.has(id))
      return keeper.forget(sha256s)
    },
    retry: trainer.retry,
  }
  return { ...actions, review: createReview({ ...deps, record, marks: actions }) }
}
