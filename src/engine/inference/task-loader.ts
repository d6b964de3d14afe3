import type { LoadedModel, LoadProgress } from '../../core/model/loaded-model'
import type { ModelSource } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import type { LoadRequest, ProbeAnswer, PromptEmbedding } from '../../protocol/inference-api'
import type { Tower } from '../../core/model/files/tower-path'
import type { PicturePorts, Ports } from '../ort/graph-ports'
import type { ModelReader } from '../hub/model-reader'
import type { OpenRuntime } from '../ort/open-runtime'
import type { UnitVector } from '../../core/brands'
import type { PictureEncoding } from '../../core/model/picture-encoding'

/** How a model sees: what opens its graph once more. */
export interface ModelSight {
  readonly reader: ModelReader
  readonly graph: Tower | 'classifier'
  readonly portsOf: (session: Ports) => Outcome<PicturePorts>
  /** What a row of its output is; `null` where no sound backend gives it. */
  readonly toEncoding: (values: Float32Array) => PictureEncoding | null
}

/** A model in memory, ready to run. Ends with its worker. */
export interface RunningModel {
  readonly facts: LoadedModel
  /** What it made of the canned input. Logits can be compared just as embeddings can. */
  readonly probe: ProbeAnswer
  readonly runtime: OpenRuntime
  readonly sight: ModelSight
  /** As of `InferenceApi`. */
  readonly promptsAtHand: ReadonlyMap<string, UnitVector>
  /** As of `InferenceApi`, by what packs them. */
  readonly packed: ReadonlyMap<string, () => Blob>
  /** As of `InferenceApi`. */
  addFiles(blobs: ReadonlyMap<string, Blob>): Promise<Outcome<null>>
  /**
   * What it makes of prepared pictures, in order.
   * @param tensors normalised planes, `3 x height x width` each.
   * @param signal as of `PictureGraph`
   */
  encodePictures(
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal?: AbortSignal,
  ): Promise<Outcome<readonly PictureEncoding[]>>
  /** Embeds prompts, in order. `MODEL_NOT_LOADED` where it reads none. */
  encodePrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
}

/** What every model says of itself. */
export interface OwnFiles {
  /** `config.json`, as it is. */
  readonly config: unknown
  readonly recipe: Recipe
  /** Reads what else a task wants to know. */
  readonly reader: ModelReader
  readonly source: ModelSource
}

/** What a model is opened with. */
export interface LoadContext {
  readonly request: LoadRequest
  readonly reader: ModelReader
  readonly runtime: OpenRuntime
  readonly onProgress: (progress: LoadProgress) => void
  readonly signal: AbortSignal
  /** By `performance.now()`. */
  readonly startedAt: number
}

/** A model whose own files were read and checked. */
export interface DescribedModel {
  /** Reads its graphs, opens them and runs each once. The caller closes the runtime where it fails. */
  open(context: LoadContext): Promise<Outcome<RunningModel>>
}

/** How the models of one task are told from others, read and opened. */
export interface TaskLoader {
  /** Whether a `config.json` is of such a model. */
  recognises(config: unknown): boolean
  /** Fails where such a model cannot run here, before a graph is read. */
  describe(files: OwnFiles, signal: AbortSignal): Promise<Outcome<DescribedModel>>
}
