import type { LoadProgress } from '../core/model/loaded-model'
import type { ModelSource, RemoteSource } from '../core/model/model-source'
import type { ListedFile, ModelListing, StoredModel } from '../core/model/stored/stored-model'
import type { Outcome } from '../core/errors/outcome'
import type { Dtype } from '../core/runtime/runtime'

/** What to download: some of the files of a listing. */
export interface ObtainRequest {
  readonly source: RemoteSource
  /** The commit that the files are taken from. */
  readonly revision: string
  readonly files: readonly ListedFile[]
  /**
   * Those of `files` that are enough to begin with: the call ends when they are here, and another one brings the rest.
   * All of them come where nothing can be kept, since the other call would not find what is held in memory.
   */
  readonly first?: readonly ListedFile[]
}

/** A model's files, complete and verified. */
export interface ObtainedModel {
  readonly revision: string
  readonly blobs: ReadonlyMap<string, Blob>
  /** Whether they are on this device for the next visit too, or in memory since there is no room or no storage. */
  readonly kept: boolean
  /** Whether the files are to be compared with their hashes before they run: it is long since they were. */
  readonly checkDue: boolean
  /** Whether the commit before this one is still here, to go back to where this one turns out not to run. */
  readonly canGoBack?: boolean | undefined
}

/** A file that the person brought, with its path inside the folder or pack. */
export interface BroughtFile {
  readonly path: string
  readonly blob: Blob
}

/**
 * What the store worker does: the one owner of model files on this device. Nothing but verified files is ever
 * handed out. Progress counts the bytes of all files asked for together.
 */
export interface StoreApi {
  /** Whole models and begun downloads, the most recently used first. */
  list(): Promise<Outcome<readonly StoredModel[]>>
  /**
   * Asks a source's host what files there are, with sizes and hashes, without reading any.
   * @param dtypes precisions worth looking for where a host has no listing and each file must be asked for.
   */
  examine(source: RemoteSource, dtypes: readonly Dtype[], signal: AbortSignal): Promise<Outcome<ModelListing>>
  /** Files of a model that is stored whole, without a request. `MODEL_NOT_FOUND` where it is not. */
  open(source: ModelSource): Promise<Outcome<ObtainedModel>>
  /**
   * Downloads what is missing, verifies it and keeps it; a download that was cut, cancelled or killed goes on
   * from its last byte. Where there is no room the files come in memory.
   */
  obtain(
    request: ObtainRequest,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ObtainedModel>>
  /**
   * Compares a stored model with its hashes and deletes what differs. Resolves to the paths of files that are not
   * here as they should be: those that differed, and those that are missing anyway.
   */
  recheck(
    source: ModelSource,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<readonly string[]>>
  /** Forgets one of the two commits of a model that {@link ObtainedModel.canGoBack} tells of. */
  settle(source: ModelSource, kept: 'newest' | 'previous'): Promise<Outcome<null>>
  /**
   * Keeps packed weights of a model beside the graphs that they are of, by the paths by which they are to be given again. Where
   * there is no room, or the model has changed meanwhile, nothing is kept.
   */
  keepPacked(
    source: ModelSource,
    revision: string,
    packed: ReadonlyMap<string, Blob>,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<null>>
  /** Takes a model or a begun download off this device. */
  remove(key: string): Promise<Outcome<null>>
  /**
   * Keeps files of the person's own: a folder in the hub's layout, or one pack that `exportModel` made. Where there is no
   * room they are verified all the same, and the worker holds them in memory.
   */
  importFiles(
    files: readonly BroughtFile[],
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<StoredModel>>
  /** One file that {@link StoreApi.importFiles} reads again. */
  exportModel(
    key: string,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<Blob>>
  /**
   * Packs files of the person's own as one ZIP, as they are.
   * @param next gives some of them each time, and none when all have been given.
   * @param into the file to write; without one the pack comes back.
   */
  packFiles(
    next: () => Promise<readonly PackedFile[]>,
    into: FileSystemFileHandle | null,
    signal: AbortSignal,
  ): Promise<Outcome<PackedFiles>>
}

/** A file on its way into a pack. */
export interface PackedFile {
  readonly path: string
  /** `null` where it is on another machine: it is told of as one that cannot be read. */
  readonly file: Blob | null
}

/** What came of packing. */
export interface PackedFiles {
  /** `null` where it was written into a file. */
  readonly pack: Blob | null
  /** Paths of files that can no longer be read, and are not in it. */
  readonly unread: readonly string[]
}
