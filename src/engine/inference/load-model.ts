import type { LoadProgress } from '../../core/model/loaded-model'
import type { ModelSource } from '../../core/model/model-source'
import { failed, type Outcome } from '../../core/errors/outcome'
import type { LoadRequest } from '../../protocol/inference-api'
import { createModelReader, type ModelReader } from '../hub/model-reader'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { openRuntime } from '../ort/open-runtime'
import { ownConfig } from '../tasks/judge-model'
import { loaderFor } from '../tasks/task-loaders'
import type { DescribedModel, RunningModel } from './task-loader'

/** Reads and checks what a model says of itself. */
const describe = async (
  reader: ModelReader,
  source: ModelSource,
  signal: AbortSignal,
): Promise<Outcome<DescribedModel>> => {
  const [config, preprocessor] = await Promise.all([
    reader.json('config.json', signal),
    reader.json('preprocessor_config.json', signal),
  ])
  if (config.kind !== 'done') return config
  if (preprocessor.kind !== 'done') return preprocessor
  const recipe = parsePreprocessorConfig(preprocessor.value)
  if (recipe.kind !== 'done') return recipe
  const own = ownConfig(config.value)
  const files = { config: own, recipe: recipe.value, reader, source }
  return loaderFor(own).describe(files, signal)
}

/**
 * Fetches, checks, opens and warms up a model. Nothing of a failed attempt stays open.
 * @param openWith another runtime, for what runs outside a browser.
 */
export const loadModel = async (
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
  openWith: typeof openRuntime = openRuntime,
): Promise<Outcome<RunningModel>> => {
  const startedAt = performance.now()
  const reader = createModelReader(request.files)
  const [described, opened] = await Promise.all([describe(reader, request.source, signal), openWith(request)])
  if (opened.kind !== 'done') return opened
  const runtime = opened.value
  const open = async (): Promise<Outcome<RunningModel>> =>
    described.kind === 'done'
      ? described.value.open({ request, reader, runtime, onProgress, signal, startedAt })
      : described
  // The first run is where a device says that it cannot.
  const model = await open().catch((error: unknown) => failed(runtime.toError(error, 'checking the model')))
  if (model.kind !== 'done') await runtime.close()
  return model
}
