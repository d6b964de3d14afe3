import { done, type Outcome } from '../../core/errors/outcome'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { ModelChoice } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import { chooseWorkers } from '../../core/runtime/choose-workers'
import { wantedPrecision } from '../../core/runtime/executor'
import { rememberDemotion } from '../../core/runtime/demotion-memory'
import {
  PICTURE_BATCH_SIZE,
  type DeviceFault,
  type InferenceApi,
  type LoadRequest,
} from '../../protocol/inference-api'
import { openInferencePool } from '../inference/inference-pool'
import type { InferenceHost } from '../workers/inference-host'
import { createSupervisedWorker, type SupervisedWorker } from '../workers/supervised-worker'
import type { OpenerParts, Target } from './choose-target'
import type { FoundFiles } from './find-model-files'
import type { CallOptions, ModelFileStore } from './model-store'
import { knownModels } from './self-check/ask-probe'
import type { CheckModel } from './self-check/check-model'

/** Who is told how a model runs after it was opened. */
export interface ModelListener {
  /** A worker had to be replaced. */
  readonly onReplaced: (model: LoadedModel) => void
  /** A worker more, or one less, encodes pictures. */
  readonly onResized: (model: LoadedModel) => void
}

/** A model's host, and the workers that it has had, the first one first. */
export interface ModelInWorkers {
  readonly host: InferenceHost
  readonly workers: readonly SupervisedWorker<InferenceApi>[]
}

/** Files at hand, with what they are opened for. */
export interface Opening {
  readonly wish: ModelChoice
  readonly target: Target
  readonly found: FoundFiles
  readonly fault: DeviceFault | null
}

/** Opens files that are at hand in as many workers as the machine has room for; each is checked as it opens. */
export const openInWorkers = async (
  parts: OpenerParts,
  check: CheckModel,
  { wish, target, found, fault }: Opening,
  options: CallOptions,
  listener: ModelListener,
): Promise<Outcome<ModelInWorkers>> => {
  const { allowFallbackAdapter, deadlines, demotions, mostWorkers, spawnInferenceWorker } = parts
  const workers: SupervisedWorker<InferenceApi>[] = []
  const own = wantedPrecision(wish.executor) === null ? undefined : wish.executor
  const request: LoadRequest = {
    source: wish.source,
    revision: found.revision,
    files: found.files,
    kept: found.kept,
    runtime: found.runtime,
    dtype: wish.dtype === 'auto' ? null : wish.dtype,
    ...(own && { executor: own, ownKnown: knownModels(parts.goldens.keys()) }),
    allowFallbackAdapter,
    towers: 'both',
    ...(found.textLater && { textLater: found.textLater }),
    fault,
    gpuBatches: [PICTURE_BATCH_SIZE],
  }
  const host = await openInferencePool(
    request,
    {
      ...options,
      ...listener,
      deadlines,
      ladder: {
        check,
        descends: true,
        demotedFrom: target.demotedFrom,
        onDemoted: (demotion) => {
          demotions.write(rememberDemotion(demotions.read(), demotion, target.place))
        },
      },
    },
    {
      createWorker: () => {
        const worker = createSupervisedWorker<InferenceApi>(spawnInferenceWorker)
        workers.push(worker)
        return worker
      },
      countWorkers: (model) =>
        Math.min(mostWorkers, chooseWorkers(target.capabilities, found.runtime, model)),
      onResized: listener.onResized,
    },
  )
  if (host.kind !== 'done') return host
  if (own && found.kept) void keepPacked(parts.models, host.value, wish.source, found)
  return done({ host: host.value, workers })
}

/** Keeps what our own kernels had to pack, for the next visit; this one does not wait for it. */
const keepPacked = async (
  models: ModelFileStore,
  host: InferenceHost,
  source: ModelSource,
  { revision }: FoundFiles,
): Promise<void> => {
  const packed = await host.packed(new AbortController().signal)
  if (packed.size > 0) await models.keepPacked(source, revision, packed)
}
