import type { LoadProgress } from '../../core/model/loaded-model'
import type { ModelSource, RemoteSource } from '../../core/model/model-source'
import type { ModelListing, StoredModel } from '../../core/model/stored/stored-model'
import type { Outcome } from '../../core/errors/outcome'
import type { Dtype } from '../../core/runtime/runtime'
import type {
  BroughtFile,
  ObtainedModel,
  ObtainRequest,
  PackedFile,
  PackedFiles,
} from '../../protocol/store-api'

/** What every call is given that may take long. */
export interface CallOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/** The models on this device, as the page sees them. Everything ends in an outcome; nothing rejects. */
export interface ModelStore {
  /** Whole models and begun downloads, the most recently used first. */
  list(): Promise<Outcome<readonly StoredModel[]>>
  /** Takes a model or a begun download off this device. One that is loaded goes on working until it is unloaded. */
  remove(key: string): Promise<Outcome<null>>
  /**
   * Keeps files of the person's own: a folder in the hub's layout, or one pack that `export` made. Without room they are
   * held in memory until the page is left: `kept` is `false`.
   */
  import(files: readonly BroughtFile[], options: CallOptions): Promise<Outcome<StoredModel>>
  /**
   * Compares a model with its hashes and deletes what differs.
   * @returns paths of files that are not here as they should be.
   */
  recheck(source: ModelSource, options: CallOptions): Promise<Outcome<readonly string[]>>
  /** One file that `import` reads again, on this machine or another. */
  export(key: string, options: CallOptions): Promise<Outcome<Blob>>
  /** Packs files as one ZIP; see `StoreApi.packFiles`. */
  pack(
    next: () => Promise<readonly PackedFile[]>,
    into: FileSystemFileHandle | null,
    signal: AbortSignal,
  ): Promise<Outcome<PackedFiles>>
}

/** The part of the store that loading a model needs; see `StoreApi` for what each does. */
export interface ModelFileStore extends Pick<ModelStore, 'list' | 'recheck' | 'remove'> {
  examine(source: RemoteSource, dtypes: readonly Dtype[], signal: AbortSignal): Promise<Outcome<ModelListing>>
  open(source: ModelSource): Promise<Outcome<ObtainedModel>>
  settle(source: ModelSource, kept: 'newest' | 'previous'): Promise<Outcome<null>>
  keepPacked(source: ModelSource, revision: string, packed: ReadonlyMap<string, Blob>): Promise<Outcome<null>>
  obtain(request: ObtainRequest, options: CallOptions): Promise<Outcome<ObtainedModel>>
}
