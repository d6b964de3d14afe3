import { NO_FILTER, withoutLabels } from '../../core/desk/view/filter-changes'
import { extendStep, recordStep, redo, undo, undoStep, type Travel } from '../../core/history/history'
import { between, sameEnds } from '../../core/history/list-patch'
import type { HistoryActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { AppState, Notice, StepLabel, Work, WorkChange, WorkHistory, WorkStep } from '../app-state'
import { currentModel } from '../model/current-model'
import type { Notices } from '../messages/notices'
import type { PictureQueue } from '../pictures/queue/picture-queue'
import { withoutPictures } from '../pictures/selection'
import { describeStep } from './describe-step'
import { followVisit } from './link-steps'
import { applyWork, asBroughtBack, diffWork, workOf } from './work'

/** The person's work and its history, which only change together. */
export interface WorkKeeper {
  readonly actions: HistoryActions
  /**
   * Changes the work and makes that one step of the history.
   * @param goesOn what is being moved, such as a slider: what is moved within a second of the last move is one step.
   */
  record(label: StepLabel, next: Partial<Work>, goesOn?: string): void
  /**
   * Makes one step of the last two, as where the rest of something comes later.
   * @param rule the step that takes back both; `null` where they are two things.
   */
  join(rule: (before: WorkStep, last: WorkStep) => WorkStep | null): void
  /** Shows what was done last, with a way to take just that back, whatever is done meanwhile. */
  offerUndo(text: Notice['text']): void
  /** Changes the work without a step: what happens by itself or in another tab. */
  change(next: Partial<Work>): void
}

/** Moves of one slider, or letters of one text, that are further apart are two things that were done. */
const PAUSE_MS = 1000

type WorkTravel = Travel<Work, StepLabel, WorkChange>

/** Creates the keeper over the store. */
export const createWorkKeeper = (
  { store, selectors, now }: Pick<ActionDeps, 'store' | 'selectors' | 'now'>,
  queue: PictureQueue,
  notices: Notices,
): WorkKeeper => {
  const { getState, setState } = store

  /** Makes `next` the work. Whatever takes pictures off the list or brings them passes here. */
  const enact = (
    next: Work,
    history: WorkHistory,
    travelled: (Pick<AppState, 'linkVisit'> & { readonly way: 'undone' | 'redone' }) | null,
  ) => {
    const before = getState()
    const isTravel = travelled !== null
    const gone = new Set<string>()
    let come: readonly string[] = []
    let { pictures } = next
    if (pictures !== before.pictures) {
      const ends = sameEnds(before.pictures, pictures)
      const had = new Set(between(before.pictures, ends).map(({ id }) => id))
      const other = between(pictures, ends)
      come = other.filter(({ id }) => !had.has(id)).map(({ id }) => id)
      const has = new Set(other.map(({ id }) => id))
      for (const id of had) if (!has.has(id)) gone.add(id)
      const modelKey = currentModel(before.model)?.key
      const back = other.map((picture) => (had.has(picture.id) ? picture : asBroughtBack(picture, modelKey)))
      if (back.length > 0)
        pictures = [...pictures.slice(0, ends.first), ...back, ...pictures.slice(ends.first + back.length)]
    }
    const shown = gone.size > 0 ? selectors.shownPictures(before).map(({ id }) => id) : []
    const left = new Set(next.tags.map(({ id }) => id))
    const goneTags = new Set(before.tags.map(({ id }) => id).filter((id) => !left.has(id)))
    const [first = null] = come
    const { settings, selection, filter, overrides, only, linkVisit } = before
    const changed = {
      tags: next.tags,
      pictures,
      marks: next.marks,
      differing: next.differing,
      settings: { ...settings, ...next.scoring },
      history,
      linkVisit: travelled ? travelled.linkVisit : linkVisit,
      // A filter on a tag that is gone would hide every picture, and one may hide what undo has brought back.
      filter: isTravel && first !== null ? NO_FILTER : withoutLabels(filter, goneTags),
      only: isTravel && first !== null ? null : only,
      ...(isTravel && first !== null && { decidedOnly: null }),
      selection:
        isTravel && first !== null
          ? { focusId: first, anchorId: first, ids: new Set(come) }
          : gone.size > 0
            ? withoutPictures(selection, shown, gone)
            : selection,
      overrides: isTravel ? overrides + 1 : overrides,
    }
    const follows =
      next.marks === before.marks
        ? {}
        : selectors.follow(before, { ...before, ...changed }, travelled?.way ?? null)
    setState({ ...changed, ...follows })
    if (gone.size > 0) queue.forget(gone)
    if (gone.size + come.length > 0) queue.pump()
  }

  /** The one notice about the history; a newer one takes its place. */
  let told: { readonly noticeId: string; readonly kind: 'done' | 'undone' } | null = null
  const tell = (kind: 'done' | 'undone', text: Notice['text'], button: 'undo' | 'redo', run: () => void) => {
    if (told) notices.dismiss(told.noticeId)
    const noticeId = notices.show({
      tone: 'info',
      text,
      action: { label: ({ t }) => t(`history.${button}`), run },
      // With another list comes its own history.
      holds: ({ history }) => history[button === 'undo' ? 'past' : 'future'].length > 0,
    })
    told = { noticeId, kind }
  }

  const travel = (take: (history: WorkHistory, work: Work) => WorkTravel, done: 'undone' | 'redone') => {
    const { history: before } = getState()
    const { history, state: work, step } = take(before, workOf(getState()))
    if (step) {
      const { work: shown, linkVisit } = followVisit(getState(), step.label, done, work)
      enact(shown, history, { linkVisit, way: done })
    } else {
      setState({ history })
      return
    }
    const { label } = step
    tell(
      done === 'undone' ? 'undone' : 'done',
      (words) => words.t(`history.${done}`, { step: describeStep(words, label) }),
      done === 'undone' ? 'redo' : 'undo',
      done === 'undone'
        ? actions.redo
        : () => {
            takeBack(history.past.at(-1))
          },
    )
  }

  /** Takes back this step alone, whatever has been done since. */
  const takeBack = (step: WorkStep | undefined) => {
    if (step) travel((history, work) => undoStep(history, step, work, applyWork), 'undone')
  }

  const actions: HistoryActions = {
    undo: () => {
      travel((history, work) => undo(history, work, applyWork), 'undone')
    },
    redo: () => {
      travel((history, work) => redo(history, work, applyWork), 'redone')
    },
  }

  /** What was moved last, and the step that it made. */
  let moving: { readonly what: string; readonly at: number; readonly step: WorkStep } | null = null

  return {
    actions,
    record: (label, change, goesOn) => {
      const { history } = getState()
      const before = workOf(getState())
      const next = { ...before, ...change }
      const inverse = diffWork(next, before)
      if (!inverse) return
      const at = now()
      const last = history.past.at(-1)
      const isOneMove =
        moving !== null && moving.what === goesOn && moving.step === last && at - moving.at < PAUSE_MS
      const step = isOneMove ? last : { label, change: inverse }
      moving = goesOn === undefined ? null : { what: goesOn, at, step }
      enact(next, isOneMove ? extendStep(history, next, applyWork) : recordStep(history, step), null)
      // There is nothing left to redo.
      if (told?.kind === 'undone') notices.dismiss(told.noticeId)
    },
    join: (rule) => {
      const { past } = getState().history
      const [before, last] = past.slice(-2)
      const one = before && last && rule(before, last)
      if (one) setState({ history: { past: [...past.slice(0, -2), one], future: [] } })
    },
    offerUndo: (text) => {
      const step = getState().history.past.at(-1)
      if (!step) return
      tell('done', text, 'undo', () => {
        takeBack(step)
      })
    },
    change: (change) => {
      enact({ ...workOf(getState()), ...change }, getState().history, null)
    },
  }
}
