import type { UnitVector } from '../../core/brands'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { Outcome } from '../../core/errors/outcome'
import type { ProbeAnswer, PromptEmbedding } from '../../protocol/inference-api'
import type { OpenRuntime } from '../ort/open-runtime'

/** A model in memory, ready to run. Ends with its worker. */
export interface RunningModel {
  readonly facts: LoadedModel
  /** What it made of the canned input. Logits can be compared just as embeddings can. */
  readonly probe: ProbeAnswer
  readonly runtime: OpenRuntime
  /** As of `InferenceApi`. */
  readonly promptsAtHand: ReadonlyMap<string, UnitVector>
  /** As of `InferenceApi`. */
  addFiles(blobs: ReadonlyMap<string, Blob>): Promise<Outcome<null>>
  /**
   * What it makes of prepared pictures, in order.
   * @param tensors normalised planes, `3 x height x width` each.
   */
  encodePictures(tensors: readonly Float32Array<ArrayBuffer>[]): Promise<Outcome<readonly PictureEncoding[]>>
  /** Embeds prompts, in order. `MODEL_NOT_LOADED` where it reads none. */
  encodePrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
}
