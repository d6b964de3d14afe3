import { createLate, toPartError } from '../../../core/async/late'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import type { Notices } from '../../messages/notices'
import { isLong, NOTHING_ARRANGED, type Arranging } from './arranging'
import type { Arranger } from './create-arranger'

/** What a notice tells of. */
const ABOUT_ORDER = 'the order of a long list'

/**
 * Has long lists arranged by the columns worker, which is fetched with the first of them. A short list is the page's own.
 * @returns what asks that worker, fetched where it is not there yet.
 */
export const arrangeLongLists = (
  deps: ActionDeps,
  notices: Pick<Notices, 'showProblem' | 'settled'>,
): (() => Promise<Arranger>) => {
  const { store, selectors, openColumns } = deps
  const { setState, subscribe } = store
  const set = (arranging: Arranging) => {
    setState({ arranging })
  }
  let arranger: Arranger | null = null
  const late = createLate(async () => {
    const [{ createArranger }, columns] = await Promise.all([import('./create-arranger'), openColumns()])
    return createArranger(deps, columns, (error) => {
      notices.showProblem(
        error,
        () => {
          arranger?.retry()
        },
        ABOUT_ORDER,
      )
    })
  })

  const begin = async () => {
    try {
      arranger = await late.load()
      arranger.follow()
    } catch (error) {
      const problem = toPartError(error)
      set({ kind: 'failed', error: problem })
      notices.showProblem(
        problem,
        () => {
          set({ kind: 'working', last: NOTHING_ARRANGED })
          void begin()
        },
        ABOUT_ORDER,
      )
    }
  }

  /** What the page made out last of a list that is long now: counts do not go and come back. */
  const seed = (before: AppState): Arranging => ({
    kind: 'working',
    last: isLong(before)
      ? NOTHING_ARRANGED
      : {
          ...NOTHING_ARRANGED,
          counts: selectors.tagCounts(before),
          beyond: selectors.beyondModelCount(before),
        },
  })

  subscribe((state, before) => {
    if (before.arranging.kind === 'failed' && state.arranging.kind !== 'failed') notices.settled(ABOUT_ORDER)
    if (isLong(state) && state.arranging.kind === 'page') {
      set(seed(before))
      if (!arranger) void begin()
    } else if (!isLong(state) && state.arranging.kind !== 'page') set({ kind: 'page' })
    arranger?.follow()
  })
  return async () => (arranger = await late.load())
}
