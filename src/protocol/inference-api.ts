import type { UnitVector } from '../core/brands'
import type { LoadedModel, LoadProgress, ModelSource } from '../core/model/loaded-model'
import type { Outcome } from '../core/outcome'
import type { Dtype, Runtime } from '../core/runtime/runtime'

/** What to load and where to run it. */
export interface LoadRequest {
  readonly source: ModelSource
  readonly runtime: Runtime
  /** Insists on one precision for both towers; `null` takes the first of the runtime's that the model has. */
  readonly dtype: Dtype | null
  /** Accept a software graphics adapter. For tests only. */
  readonly allowFallbackAdapter: boolean
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
  /** Embeds tensors of {@link file://./pixel-api.ts prepared pictures}, in order. */
  embedPictures(
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly UnitVector[]>>
  embedPrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /** Destroys the graphics device as a driver reset would. For tests and diagnostics; no effect on WASM. */
  loseDevice(): Promise<void>
  /** Never answers again, as behind a wedged driver. For the tests that prove the page survives it. */
  hang(): Promise<void>
}
