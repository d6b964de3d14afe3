import type { StoreApi } from 'zustand/vanilla'
import type { AppActions } from './app-actions'
import type { AppState } from './app-state'
import type { Selectors } from './selectors'

/** What the interface is given: what is, what may be done, and what follows from what is. */
export interface App {
  readonly store: Pick<StoreApi<AppState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly actions: AppActions
  readonly selectors: Selectors
}
