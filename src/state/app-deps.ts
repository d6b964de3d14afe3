import type { StoreApi } from 'zustand/vanilla'
import type { Classifier } from '../client/classifier/create-classifier'
import type { Columns } from '../client/columns/create-columns'
import type { EngineClient } from '../client/engine-client'
import type { ModelChoice } from '../core/model/model-choice'
import type { GpuCapability } from '../core/runtime/capabilities'
import type { Outcome } from '../core/errors/outcome'
import type { FetchedPicture } from '../platform/pictures/fetch-picture'
import type { ArchiveEntry } from '../platform/pictures/read-archive'
import type { MarkMemory } from '../platform/storage/earlier-visits'
import type { PreferenceStore } from '../platform/storage/preferences'
import type { Keeping } from '../platform/device/secure-parts'
import type { SiteStorage } from '../platform/storage/storage'
import type { Words } from '../words/create-words'
import type { Wording } from '../words/wording'
import type { WordVectorStore } from '../platform/storage/word-vectors'
import type { TagSetStore } from '../platform/storage/tag-set-store'
import type { AppState } from './app-state'
import type { OpenedDesk } from './pictures/kept/opened-desk'
import type { Selectors } from './selectors'

/** What the app is built from; `main.tsx` gives the real ones, a test its own. */
export interface AppDeps {
  readonly engine: EngineClient
  readonly preferences: PreferenceStore
  /** Fetched when it is first asked for. */
  readonly openTagSets: () => Promise<TagSetStore>
  /** What keeps pictures for later visits, and which list is this tab's; fetched when there is a picture to keep. */
  readonly openDesk: () => Promise<OpenedDesk>
  /** What arranges a long list; fetched when there is one. */
  readonly openColumns: () => Promise<Columns>
  /** What keeps what models made of the words that tags are suggested from; fetched with the first wish for them. */
  readonly openWordVectors: () => Promise<WordVectorStore>
  /** What learns from marks and keeps them; fetched with the first one. */
  readonly openClassifier: () => Promise<{
    readonly classifier: Classifier
    readonly memory: MarkMemory
    /** Draws small what goes into a classifier's file, in place of the page's own way, where there is no canvas. */
    readonly shrink?: (picture: Blob, side: number) => Promise<Uint8Array<ArrayBuffer> | null>
  }>
  /** Whether marks of an earlier visit are kept. */
  readonly hasMarks: () => boolean
  /** The model that ships with the app, which is always at hand. */
  readonly builtIn: ModelChoice
  readonly storage: SiteStorage
  /** Whether what the page keeps outlives it. */
  readonly keeping: Keeping
  /** Looks for a graphics card; asked when the person comes to choose a device, and at most once. */
  readonly probeGpu: () => Promise<GpuCapability>
  /**
   * Before a model other than the app's own is loaded: may open the page again with threads, which ends this one.
   * Resolves where the page stays; `null` where there is nothing to wait for.
   */
  readonly isolateFirst: (signal: AbortSignal) => Promise<void> | null
  readonly newId: () => string
  /** The words of the interface's language, as it is now. */
  readonly words: () => Wording
  /** The same with texts that come with a late part. */
  readonly wordsWith: Words['with']
  /** Reads a picture from another site; its code is fetched when it is first asked for. */
  readonly fetchPicture: (address: string, signal: AbortSignal) => Promise<Outcome<FetchedPicture>>
  /** Lists an archive; its code is fetched when it is first asked for. */
  readonly openArchive: (archive: File) => Promise<Outcome<readonly ArchiveEntry[]>>
  /** Monotonic, in milliseconds. */
  readonly now: () => number
}

/** What each group of actions is built from. */
export interface ActionDeps extends AppDeps {
  readonly store: StoreApi<AppState>
  readonly selectors: Selectors
}
