import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Outcome } from '../../../core/errors/outcome'
import type { Look } from './views'

/** Looks for something in a list, one time after another: the newest counts. */
export interface Looker<Found> {
  readonly store: StoreApi<Look<Found>>
  look(): void
  stop(): void
  /** Changes what was found, where something of it is known to hold no longer. */
  amend(change: (found: Found) => Found): void
}

/** @param find looks; it is told when that is over, and tells how far it is. */
export const createLooker = <Found>(
  find: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<Outcome<Found>>,
): Looker<Found> => {
  const store = createStore<Look<Found>>(() => ({ found: null, phase: { kind: 'none' } }))
  let looking: AbortController | null = null

  const lookNow = async (signal: AbortSignal) => {
    store.setState({ phase: { kind: 'looking', share: 0 } })
    const outcome = await find(signal, (share) => {
      if (!signal.aborted) store.setState({ phase: { kind: 'looking', share } })
    })
    if (signal.aborted) return
    if (outcome.kind === 'done') store.setState({ found: outcome.value, phase: { kind: 'none' } })
    else if (outcome.kind === 'failed') store.setState({ phase: { kind: 'failed', error: outcome.error } })
    else store.setState({ phase: { kind: 'stopped' } })
  }

  return {
    store,
    look: () => {
      looking?.abort()
      looking = new AbortController()
      void lookNow(looking.signal)
    },
    stop: () => {
      looking?.abort()
      looking = null
      if (store.getState().phase.kind === 'looking') store.setState({ phase: { kind: 'stopped' } })
    },
    amend: (change) => {
      store.setState(({ found }) => ({ found: found && change(found) }))
    },
  }
}
