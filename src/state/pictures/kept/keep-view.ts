import type { Late } from '../../../core/async/late'
import { withoutLabels } from '../../../core/desk/view/filter-changes'
import { ELSEWHERE_ID, FAILED_ID, isPlain, NONE_ID } from '../../../core/desk/view/view'
import type { HistoryStore } from '../../../platform/storage/history-store'
import type { KeptView } from '../../../platform/storage/kept-view'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture, WorkStep } from '../../app-state'
import { carriedView } from '../../site/carry-over'

/** How a list is looked at outlives a visit, with the list: a review goes on where it was left. */
export interface ViewKeeper {
  /** How a list was looked at when it was left; `null` where that is not known. */
  read(setId: string): Promise<KeptView | null>
  /** Keeps how this list is looked at from now on; `null` keeps no more. */
  attach(setId: string | null): void
}

/** Moves through a list are written together. */
const WRITE_AFTER_MS = 300

const labelsOf = ({ filter, scoreOf }: Pick<AppState, 'filter' | 'scoreOf'>): readonly string[] => [
  ...filter.answers,
  ...filter.ranges.map(({ label }) => label),
  ...(scoreOf === null ? [] : [scoreOf]),
]

const toKept = (state: AppState): KeptView => {
  const known = new Set([NONE_ID, FAILED_ID, ELSEWHERE_ID, ...state.tags.map(({ id }) => id)])
  return {
    ...carriedView(state),
    focusId: state.selection.focusId,
    ofTags: labelsOf(state).every((id) => known.has(id)),
  }
}

/** What of the state a kept view comes to; nothing where the person has asked for something else meanwhile. */
export const toView = (state: AppState, kept: KeptView): Partial<AppState> => {
  if (!isPlain(state) || state.decidedOnly !== null) return {}
  const { filter, sort, scoreOf, decidedOnly } = kept
  if (!kept.ofTags) return { filter, sort, scoreOf, decidedOnly }
  const here = new Set([NONE_ID, FAILED_ID, ELSEWHERE_ID, ...state.tags.map(({ id }) => id)])
  const gone = new Set(labelsOf(kept).filter((id) => !here.has(id)))
  return {
    filter: withoutLabels(filter, gone),
    ...(scoreOf !== null && gone.has(scoreOf) ? {} : { sort, scoreOf }),
    decidedOnly,
  }
}

/**
 * Where the person stands in a list that is put back part by part: at its first picture, until the one that they left
 * has come or they go elsewhere.
 * @returns is told of each part once it is there.
 */
export const createStand = (kept: KeptView | null, goTo: (id: string) => void) => {
  let stands: string | null = null
  return (part: readonly Picture[], focusId: string | null): void => {
    if (focusId !== stands) return
    const next = part.find(({ id }) => id === kept?.focusId) ?? (stands === null ? part[0] : undefined)
    if (!next) return
    stands = next.id
    goTo(next.id)
  }
}

/** Creates what keeps it. Where it cannot be written it lasts as long as the page. */
export const createViewKeeper = (
  { store, marking }: Pick<ActionDeps, 'store'> & { readonly marking: Late<unknown> },
  kept: Pick<HistoryStore<WorkStep>, 'readView' | 'writeView'>,
): ViewKeeper => {
  let own: string | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  const write = () => {
    timer = null
    if (own !== null) kept.writeView(own, toKept(store.getState())).catch(() => undefined)
  }
  store.subscribe((state, before) => {
    if (own === null) return
    const { filter, sort, scoreOf, decidedOnly, selection } = state
    const isSame =
      filter === before.filter &&
      sort === before.sort &&
      scoreOf === before.scoreOf &&
      decidedOnly === before.decidedOnly
    if (!isSame) {
      // At once: who narrows a list may reload it in the next moment.
      if (timer !== null) clearTimeout(timer)
      write()
    } else if (selection.focusId !== before.selection.focusId) timer ??= setTimeout(write, WRITE_AFTER_MS)
  })

  return {
    read: async (setId) => {
      const view = await kept.readView(setId).catch(() => null)
      // What tells which pictures are decided comes late.
      if (view && view.decidedOnly !== null) marking.load().catch(() => undefined)
      return view
    },
    attach: (setId) => {
      own = setId
    },
  }
}
