import { done, type Outcome } from '../../core/errors/outcome'
import type { LoadedModel } from '../../core/model/loaded-model'
import { MEASURED_BATCHES, type Rung } from '../../core/runtime/measure/measurement'
import { choiceOf } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import type { Capabilities } from '../../core/runtime/capabilities'
import { chooseRuntime } from '../../core/runtime/runtime'
import type { InferenceApi, LoadRequest } from '../../protocol/inference-api'
import type { EngineTrials } from '../engine-client'
import { createModelFileFinder } from '../models/find-model-files'
import { knownModels } from '../models/self-check/ask-probe'
import { openInferenceHost, type InferenceHost } from '../workers/inference-host'
import { createSupervisedWorker } from '../workers/supervised-worker'

const ignore = () => undefined

/** A rung that is open. */
export interface OpenRung {
  readonly model: LoadedModel
  /** Encodes pictures in one run, shared out among the workers that it has. */
  run(tensors: readonly Float32Array<ArrayBuffer>[], signal: AbortSignal): Promise<Outcome<null>>
  close(): void
}

const openAsOne = (hosts: readonly [InferenceHost, ...InferenceHost[]]): OpenRung => ({
  model: hosts[0].model(),
  run: async (tensors, signal) => {
    const shares = hosts.map((host, i) => [host, tensors.filter((_, at) => at % hosts.length === i)] as const)
    const outcomes = await Promise.all(
      shares.flatMap(([host, share]) => (share.length > 0 ? [host.embedPictures(share, signal)] : [])),
    )
    return outcomes.find((outcome) => outcome.kind !== 'done') ?? done(null)
  },
  close: () => {
    for (const host of hosts) host.close()
  },
})

/**
 * Opens the graph that sees pictures on one rung and no other, of files that are on this device. No host is asked, and
 * nothing is remembered. The caller closes it.
 *
 * Our own kernels are opened once where they do not run the model: its facts say why.
 */
export const openRung = async (
  { parts, check }: EngineTrials,
  capabilities: Capabilities,
  source: ModelSource,
  { device, dtype, threads, executor }: Rung,
  signal: AbortSignal,
): Promise<Outcome<OpenRung>> => {
  const { allowFallbackAdapter, deadlines, goldens, models, spawnInferenceWorker } = parts
  const chosen = chooseRuntime(capabilities, { device, allowFallbackAdapter, dtype })
  const isOwn = executor === 'own'
  const runtime = { ...chosen, threads: isOwn ? chosen.threads : threads, dtypes: [dtype] }
  const found = await createModelFileFinder(models, () => Promise.resolve(capabilities)).findStored(
    choiceOf(source),
    runtime,
  )
  if (found.kind !== 'done') return found
  const request: LoadRequest = {
    source,
    ...found.value,
    runtime,
    dtype: null,
    ...(isOwn && { executor, ownKnown: knownModels(goldens.keys()) }),
    allowFallbackAdapter,
    towers: 'vision',
    fault: null,
    gpuBatches: MEASURED_BATCHES,
  }
  const openOne = (wanted: LoadRequest) =>
    openInferenceHost(createSupervisedWorker<InferenceApi>(spawnInferenceWorker), wanted, {
      deadlines,
      ladder: { check, descends: false, demotedFrom: null, onDemoted: ignore },
      onProgress: ignore,
      onReplaced: ignore,
      signal,
    })
  const first = await openOne(request)
  if (first.kind !== 'done') return first
  const { key, executor: facts } = first.value.model()
  const others: InferenceHost[] = []
  const count = isOwn && facts?.kind === 'own' ? threads : 1
  while (1 + others.length < count) {
    // What the first has found near enough is not compared again.
    const another = await openOne({ ...request, ownKnown: [key] })
    if (another.kind !== 'done') {
      openAsOne([first.value, ...others]).close()
      return another
    }
    others.push(another.value)
  }
  return done(openAsOne([first.value, ...others]))
}
