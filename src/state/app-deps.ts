import type { StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../client/engine-client'
import type { PreferenceStore } from '../platform/preferences'
import type { AppState } from './app-state'
import type { RankingSelectors } from './ranking-selectors'

/** Object URLs, which somebody has to give back. */
export interface ObjectUrls {
  create(blob: Blob): string
  revoke(url: string): void
}

/** What the app is built from; `main.tsx` gives the real ones, a test its own. */
export interface AppDeps {
  readonly engine: EngineClient
  readonly preferences: PreferenceStore
  readonly urls: ObjectUrls
  readonly newId: () => string
  /** Monotonic, in milliseconds. */
  readonly now: () => number
}

/** What each group of actions is built from. */
export interface ActionDeps extends AppDeps {
  readonly store: StoreApi<AppState>
  readonly selectors: RankingSelectors
}
