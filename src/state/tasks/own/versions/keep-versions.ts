import type { Classifier } from '../../../../client/classifier/create-classifier'
import type { UnitVector } from '../../../../core/brands'
import { headVersion } from '../../../../core/tasks/own/own-record'
import { toClassifierName } from '../../../../core/tasks/own/versions/classifier-name'
import {
  isDue,
  withoutForgotten,
  withoutName,
  withVersion,
  type OwnVersion,
} from '../../../../core/tasks/own/versions/versions'
import { toTagList } from '../../../../core/tags/tag-list'
import type { AnsweringModel } from '../../../../core/model/model-phase'
import { answeringModel } from '../../../model/current-model'
import type { ActionDeps } from '../../../app-deps'
import type { AppState } from '../../../app-state'
import type { OwnHead } from '../own-head'
import type { WorkKeeper } from '../../../history/work-history'

/** Of each held-out picture the tag that was answered; of several labels there is no such tag. */
export const answersOf = ({ mode, findings, classIds }: OwnHead): OwnVersion['answers'] =>
  mode === 'multi'
    ? []
    : (findings?.answers ?? []).map(({ id, answer }) => ({ id, tagId: classIds[answer] ?? '' }))

const toModel = (answering: AnsweringModel | null): Pick<OwnVersion, 'model'> =>
  answering ? { model: { key: answering.model.key, choice: answering.choice } } : {}

/** The classifier as it is now; `null` until it has been judged. */
const toVersion = (
  { own, tags, marks, model }: AppState,
  why: OwnVersion['why'],
  at: number,
): OwnVersion | null =>
  own?.report && own.progress === null
    ? {
        ...{ id: headVersion(own.head), at, why, mode: own.mode, marks, examples: own.examples },
        tags: tags.map(({ id, text }) => ({ id, text })),
        share: own.report.accuracy?.share ?? null,
        answers: answersOf(own),
        ...toModel(answeringModel(model)),
      }
    : null

/** What is done with versions of the classifier. */
export interface VersionKeeper {
  /** Keeps the classifier as it is now, because it is saved. */
  keepSaved(): void
  /**
   * Keeps the classifier as it is now under a name, which another version may have had.
   * @returns the name as it is kept; `null` where it is none, or the classifier has not been judged yet.
   */
  keepNamed(text: string): string | null
  /** Takes a name from the version that has it. */
  removeName(name: string): void
  /** Puts back what the classifier knew, as one step. */
  restore(id: string): void
  forget(isGone: (sha256: string) => boolean): void
}

/** Puts back the versions of earlier visits, and keeps one every ten examples, as long as pictures are kept. */
export const keepVersions = async ({
  store,
  classifier,
  work,
  newId,
}: Pick<ActionDeps, 'store' | 'newId'> & {
  readonly classifier: Pick<Classifier, 'recallVersions' | 'keepVersions'>
  readonly work: Pick<WorkKeeper, 'record'>
}): Promise<VersionKeeper> => {
  const { getState, setState } = store
  const recalled = await classifier.recallVersions()
  if (recalled.kind === 'done')
    setState({
      ownVersions: recalled.value.map((version) => ({
        ...version,
        // Written from vectors of length 1, and looked at when they were read.
        marks: version.marks.map((mark) => ({
          ...mark,
          encoded: mark.encoded && { ...mark.encoded, embedding: mark.encoded.embedding as UnitVector },
        })),
      })),
    })
  const set = (ownVersions: readonly OwnVersion[]) => {
    setState({ ownVersions })
    if (getState().settings.keepsPictures) void classifier.keepVersions(ownVersions)
  }
  const keep = (why: OwnVersion['why']) => {
    const version = toVersion(getState(), why, Date.now())
    if (version) set(withVersion(getState().ownVersions, version))
  }
  store.subscribe(({ own, ownVersions, linkVisit }, before) => {
    // What is tried out on a visit is no version of the person's own.
    if (linkVisit?.ownMarks) return
    if (own !== before.own && own?.report && own.progress === null && isDue(ownVersions, own.examples))
      keep('examples')
  })
  return {
    keepSaved: () => {
      keep('saved')
    },
    keepNamed: (text) => {
      const name = toClassifierName(text)
      const version = name === null ? null : toVersion(getState(), 'saved', Date.now())
      if (name === null || version === null) return null
      set(withVersion(withoutName(getState().ownVersions, name), { ...version, name }))
      return name
    },
    removeName: (name) => {
      set(withoutName(getState().ownVersions, name))
    },
    restore: (id) => {
      const { ownVersions, tags, settings } = getState()
      const version = ownVersions.find((one) => one.id === id)
      if (!version) return
      const here = new Set(tags.map((tag) => tag.id))
      // A tag that has another name now keeps it; one that is gone comes back.
      const missing = version.tags.filter((tag) => !here.has(tag.id))
      const back = missing.flatMap((tag) =>
        toTagList([tag.text], newId).map((made) => ({ ...made, id: tag.id })),
      )
      const { template, temperature, rules } = settings
      setState({ learns: true })
      work.record(
        { kind: 'mark-pictures', count: version.marks.length },
        {
          tags: [...tags, ...back],
          marks: version.marks,
          scoring: { template, temperature, rules: { ...rules, mode: version.mode } },
        },
      )
    },
    forget: (isGone) => {
      const { ownVersions } = getState()
      const left = withoutForgotten(ownVersions, isGone)
      if (left.length < ownVersions.length || left.some((one, i) => one !== ownVersions[i])) set(left)
    },
  }
}
