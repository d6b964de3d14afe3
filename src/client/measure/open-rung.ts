import type { Outcome } from '../../core/errors/outcome'
import { MEASURED_BATCHES, type Rung } from '../../core/runtime/measure/measurement'
import { choiceOf } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import type { Capabilities } from '../../core/runtime/capabilities'
import { chooseRuntime } from '../../core/runtime/runtime'
import type { InferenceApi, LoadRequest } from '../../protocol/inference-api'
import type { EngineTrials } from '../engine-client'
import { createModelFileFinder } from '../models/find-model-files'
import { openInferenceHost, type InferenceHost } from '../workers/inference-host'
import { createSupervisedWorker } from '../workers/supervised-worker'

const ignore = () => undefined

/**
 * Opens the graph that sees pictures on one rung and no other, of files that are on this device. No host is asked, and
 * nothing is remembered. The caller closes it.
 */
export const openRung = async (
  { parts, check }: EngineTrials,
  capabilities: Capabilities,
  source: ModelSource,
  { device, dtype, threads }: Rung,
  signal: AbortSignal,
): Promise<Outcome<InferenceHost>> => {
  const { allowFallbackAdapter, deadlines, models, spawnInferenceWorker } = parts
  const chosen = chooseRuntime(capabilities, { device, allowFallbackAdapter, dtype })
  const runtime = { ...chosen, threads, dtypes: [dtype] }
  const found = await createModelFileFinder(models).findStored(choiceOf(source), runtime)
  if (found.kind !== 'done') return found
  const request: LoadRequest = {
    source,
    ...found.value,
    runtime,
    dtype: null,
    allowFallbackAdapter,
    towers: 'vision',
    fault: null,
    gpuBatches: MEASURED_BATCHES,
  }
  return openInferenceHost(createSupervisedWorker<InferenceApi>(spawnInferenceWorker), request, {
    deadlines,
    ladder: { check, descends: false, demotedFrom: null, onDemoted: ignore },
    onProgress: ignore,
    onReplaced: ignore,
    signal,
  })
}
