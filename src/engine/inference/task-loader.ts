import type { LoadProgress } from '../../core/model/loaded-model'
import type { ModelSource } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import type { LoadRequest } from '../../protocol/inference-api'
import type { ModelReader } from '../hub/model-reader'
import type { OpenRuntime } from '../ort/open-runtime'
import type { RunningModel } from './running-model'

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
