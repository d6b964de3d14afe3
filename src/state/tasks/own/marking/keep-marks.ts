import type { Classifier } from '../../../../client/classifier/create-classifier'
import type { UnitVector } from '../../../../core/brands'
import type { Outcome } from '../../../../core/errors/outcome'
import type { Mark } from '../../../../core/tasks/own/marks'
import type { MarkMemory } from '../../../../platform/storage/earlier-visits'
import type { ActionDeps } from '../../../app-deps'
import type { AppState, WorkChange, WorkHistory, WorkStep } from '../../../app-state'
import type { WorkKeeper } from '../../../history/work-history'
import type { Keyed, ListPatch } from '../../../../core/history/list-patch'

/** The patch without what it does to some items; `null` where that was all. */
const withoutItems = <Item extends Keyed>(
  { taken, put, changed }: ListPatch<Item>,
  isGone: (id: string) => boolean,
): ListPatch<Item> | null => {
  const left: ListPatch<Item> = {
    taken: taken.filter((id) => !isGone(id)),
    put: put
      .map((run) => ({ ...run, items: run.items.filter(({ id }) => !isGone(id)) }))
      .filter(({ items }) => items.length > 0),
    changed: changed.filter(({ id }) => !isGone(id)),
  }
  return left.taken.length + left.put.length + left.changed.length === 0 ? null : left
}

/** What is told to the worker of a mark; its vector goes along. */
const changesOf = (before: readonly Mark[], after: readonly Mark[]) => {
  const [known, here] = [new Set(before), new Set(after.map(({ id }) => id))]
  return {
    put: after.filter((mark) => !known.has(mark)),
    removed: before.flatMap(({ id }) => (here.has(id) ? [] : [id])),
  }
}

/** The history without what it knows of marks that are forgotten: no step may bring them back. */
const withoutMarks = ({ past, future }: WorkHistory, isGone: (id: string) => boolean): WorkHistory => {
  const purged = ({ label, change: { marks, ...rest } }: WorkStep): readonly WorkStep[] => {
    const left = marks && withoutItems(marks, isGone)
    const change: WorkChange = { ...rest, ...(left && { marks: left }) }
    return Object.keys(change).length === 0 ? [] : [{ label, change }]
  }
  const purge = (steps: readonly WorkStep[]) =>
    steps.flatMap((step) => (step.change.marks ? purged(step) : [step]))
  return { past: purge(past), future: purge(future) }
}

/** What becomes of marks that are kept. */
export interface MarkKeeper {
  /** As `MarkActions.forget`. */
  forget(sha256s: readonly string[] | 'all'): Promise<Outcome<null>>
}

/**
 * Puts back what was marked at earlier visits, and keeps what is marked from here on, as long as pictures are kept.
 * Resolves when the earlier marks are there; without them where they cannot be read.
 */
export const keepMarks = async ({
  store,
  classifier,
  memory,
  work,
}: Pick<ActionDeps, 'store'> & {
  readonly classifier: Pick<Classifier, 'recall' | 'keep' | 'forgetAll'>
  readonly memory: MarkMemory
  readonly work: Pick<WorkKeeper, 'change'>
}): Promise<MarkKeeper> => {
  const isKept = ({ settings }: AppState) => settings.keepsPictures
  const recalled = await classifier.recall()
  const earlier =
    recalled.kind === 'done'
      ? recalled.value.map((mark) => ({
          ...mark,
          // Written from a vector of length 1, and looked at when it was read.
          encoded: mark.encoded && { ...mark.encoded, embedding: mark.encoded.embedding as UnitVector },
        }))
      : []
  let told: readonly Mark[] = earlier
  if (earlier.length > 0) {
    const { marks } = store.getState()
    const here = new Set(marks.map(({ id }) => id))
    store.setState({ learns: memory.learns() })
    work.change({ marks: [...earlier.filter(({ id }) => !here.has(id)), ...marks] })
  }
  /** What is the person's own, while a link's stands in its place. */
  const ownMarks = ({ marks, linkVisit }: AppState) => linkVisit?.ownMarks ?? marks
  const remember = (hasMarks: boolean) => {
    const { learns, answersBy } = store.getState()
    memory.write(hasMarks, learns && answersBy === 'own')
  }
  const tell = (state: AppState) => {
    const marks = ownMarks(state)
    const { put, removed } = changesOf(told, marks)
    told = marks
    remember(marks.length > 0)
    void classifier.keep(put, removed)
  }
  if (earlier.length === 0) remember(false)
  store.subscribe((state, before) => {
    if (ownMarks(state) !== told && isKept(state)) tell(state)
    // What a link has learn is of the visit.
    else if (state.linkVisit?.ownMarks) return
    else if (state.learns !== before.learns || state.answersBy !== before.answersBy)
      remember(isKept(state) && state.marks.length > 0)
  })
  return {
    forget: async (sha256s) => {
      const { marks, pictures, settings, linkVisit } = store.getState()
      const gone = sha256s === 'all' ? null : new Set(sha256s)
      const isGone = ({ id }: Pick<Mark, 'id'>) => gone === null || gone.has(id)
      const here = new Set(pictures.flatMap(({ phase }) => phase.facts?.sha256 ?? []))
      const leftOf = (all: readonly Mark[]) => all.filter((mark) => !isGone(mark) || here.has(mark.id))
      const left = leftOf(marks)
      const kept = linkVisit?.ownMarks ? leftOf(linkVisit.ownMarks) : left
      // Before the change, which would be told otherwise. What stays on the page is kept again once pictures are.
      told = settings.keepsPictures ? kept : []
      if (linkVisit?.ownMarks) store.setState({ linkVisit: { ...linkVisit, ownMarks: kept } })
      if (left.length < marks.length) work.change({ marks: left })
      store.setState(({ history }) => ({
        history: withoutMarks(history, (id) => isGone({ id }) && !here.has(id)),
      }))
      const outcome = await (sha256s === 'all' ? classifier.forgetAll() : classifier.keep([], sha256s))
      if (outcome.kind === 'done') remember(!marks.every(isGone))
      return outcome
    },
  }
}
