import { mayReadFolders } from '../pictures/folders/folder-source'
import { createHistoryStore, type HistoryStore } from './history-store'
import { createTabMemory, type TabMemory } from './tab-memory'

/** What lists of pictures are kept with, beside the worker that keeps them. */
export interface KeptPlaces<Step> {
  readonly tab: TabMemory
  readonly history: HistoryStore<Step>
  readonly mayReadFolders: typeof mayReadFolders
}

/** Opens it. Every project of one GitHub Pages owner shares one origin, so names are prefixed. */
export const openKept = <Step>(session: () => Storage): KeptPlaces<Step> => ({
  tab: createTabMemory(session),
  history: createHistoryStore('taglens-history'),
  mayReadFolders,
})
