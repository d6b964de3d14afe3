import type { Bytes, UnitVector } from '../core/brands'
import type { LoadedModel, LoadProgress } from '../core/model/loaded-model'
import type { PictureEncoding } from '../core/model/picture-encoding'
import type { ModelSource } from '../core/model/model-source'
import type { Outcome } from '../core/errors/outcome'
import type { Probe } from '../core/runtime/self-check/judge-probe'
import type { Executor } from '../core/runtime/executor'
import type { Dtype, Runtime } from '../core/runtime/runtime'
import type { SeenPlaces } from './seen-places'

/**
 * Most pictures in one run. Four gain 13-17 % over one on WASM, and eight no more (ViT-B/32, fp32 and q8, two
 * threads); on WebGPU a run is always padded to this many, since each new shape is compiled again.
 */
export const PICTURE_BATCH_SIZE = 4

/** Where a model's files are read from. */
export type ModelFiles =
  /** Fetched: files that ship with the app. */
  | { readonly kind: 'url'; readonly baseUrl: string }
  /** Given, verified, by path. They are read when they are needed; a `Blob` holds no bytes until then. */
  | { readonly kind: 'blobs'; readonly blobs: ReadonlyMap<string, Blob> }

/** Ways in which a graphics device gives wrong numbers without an error, for the tests of the self-check. */
export type DeviceFault =
  /** What an overflow leaves. */
  | 'nan'
  /** One vector for every picture. */
  | 'constant'
  /** The right components in the wrong places. */
  | 'shuffled'
  /** A cosine of 0.5 to the right vector. */
  | 'half-off'

/** A text tower that comes later. */
export interface TextLater {
  readonly dtype: Dtype
  /** 0 where the host does not say. */
  readonly size: Bytes
}

/** What to load and where to run it. */
export interface LoadRequest {
  readonly source: ModelSource
  /** The commit that the files are of; the source's own revision where nothing better is known. */
  readonly revision: string
  readonly files: ModelFiles
  /** Whether the files are on this device for the next visit; goes into what is told of the model. */
  readonly kept: boolean
  readonly runtime: Runtime
  /** Insists on one precision for both towers; `null` takes the first of the runtime's that the model has. */
  readonly dtype: Dtype | null
  /** Asks for our own kernels on the CPU. ONNX Runtime opens the tower first, and is what they are compared with. */
  readonly executor?: Executor
  /** Models, by key, that they agreed on before: the tower is opened on them alone. */
  readonly ownKnown?: readonly string[]
  /** Accept a software graphics adapter. For tests only. */
  readonly allowFallbackAdapter: boolean
  /** `vision` opens that tower alone: for a reference, or for one of several workers. Prompts are refused then. */
  readonly towers: 'both' | 'vision'
  /**
   * The text tower that will be used, where it is not among `files` yet and comes by `addFiles`. Until then only prompts
   * whose embeddings the model brings with it can be embedded.
   */
  readonly textLater?: TextLater
  /** What the graphics device does wrong. For tests only; no effect on WASM. */
  readonly fault: DeviceFault | null
  /**
   * Sizes of runs on a graphics card, smallest first: a run is padded to the next one, since each new shape is
   * compiled for. No effect on WASM.
   */
  readonly gpuBatches: readonly number[]
}

/** A model's embeddings of the canned input, with what they should be where the model itself says so. */
export interface ProbeAnswer extends Probe {
  /** `null` where the model brings none for this precision and recipe. */
  readonly golden: readonly UnitVector[] | null
}

/** A prompt's embedding, with what the tokenizer made of it. */
export interface PromptEmbedding {
  readonly embedding: UnitVector
  /** Token ids as the model got them, specials included. */
  readonly tokenIds: readonly number[]
  /** Whether the prompt was longer than the model reads, so that its end was cut. */
  readonly cut: boolean
}

/** What the inference worker does. One model at a time: to unload is to end the worker (wasm memory only grows). */
export interface InferenceApi {
  load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<LoadedModel>>
  /**
   * What the model made of the canned pictures and prompts of `core/runtime/self-check`, in one batch each, when it was
   * warmed up on its device.
   */
  probe(): Promise<Outcome<ProbeAnswer>>
  /** Prompts whose embeddings the model brings with it, so that they need no text tower. */
  promptsAtHand(): Promise<Outcome<ReadonlyMap<string, UnitVector>>>
  /**
   * Weights that our own kernels had to pack since there were none at hand, for the store to keep; none elsewhere. By the paths
   * by which they are given among the model's files at the next visit.
   */
  packed(): Promise<Outcome<ReadonlyMap<string, Blob>>>
  /** Takes in files of the model that have come after it was loaded, and opens its text tower. */
  addFiles(blobs: ReadonlyMap<string, Blob>): Promise<Outcome<null>>
  /** Encodes prepared pictures in one run, in order; on a graphics card at most the largest of `gpuBatches`. */
  embedPictures(
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly PictureEncoding[]>>
  /**
   * What the model makes of the places of prepared pictures, by a second session that is opened for it and stays until
   * it is closed.
   */
  seePlaces(tensors: readonly Float32Array<ArrayBuffer>[], signal: AbortSignal): Promise<Outcome<SeenPlaces>>
  /** Closes the session of {@link InferenceApi.seePlaces}, if there is one. */
  closePlaces(): Promise<Outcome<null>>
  /** `MODEL_NOT_LOADED` where the model is a classifier, which reads none. */
  embedPrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /** Destroys the graphics device as a driver reset would. For tests and diagnostics; no effect on WASM. */
  loseDevice(): Promise<void>
  /** Never answers again, as behind a wedged driver. For the tests that prove the page survives it. */
  hang(): Promise<void>
}
