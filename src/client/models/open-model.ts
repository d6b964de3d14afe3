import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadedModel, LoadProgress } from '../../core/model/loaded-model'
import { sourceKey, type ModelSource } from '../../core/model/model-source'
import { done, type Outcome } from '../../core/errors/outcome'
import type { Capabilities } from '../../core/runtime/capabilities'
import {
  rememberDemotion,
  startOf,
  type DemotionMemory,
  type DemotionPlace,
  type Start,
} from '../../core/runtime/demotion-memory'
import { chooseWorkers } from '../../core/runtime/choose-workers'
import { chooseRuntime, type Device, type Dtype } from '../../core/runtime/runtime'
import { orderVisionDtypes } from '../../core/runtime/vision-dtypes'
import {
  PICTURE_BATCH_SIZE,
  type DeviceFault,
  type InferenceApi,
  type LoadRequest,
} from '../../protocol/inference-api'
import type { CheckModel } from './self-check/check-model'
import { createModelFileFinder, type BringRest, type FoundFiles, type WantedModel } from './find-model-files'
import type { InferenceDeadlines, InferenceHost } from '../workers/inference-host'
import { openInferencePool } from '../inference/inference-pool'
import type { ModelFileStore } from './model-store'
import { openAsItComes } from './open-as-it-comes'
import { openFromStore } from './open-from-store'
import { createSupervisedWorker, type SupervisedWorker } from '../workers/supervised-worker'

/** Which precision or device somebody insists on. */
export interface PlanOptions {
  readonly dtype?: Dtype
  readonly device?: Device
  /** Asks the host for the newest commit, whatever is on this device. */
  readonly newest?: true
  readonly signal: AbortSignal
}

/** How a model is loaded. */
export interface LoadOptions extends PlanOptions {
  readonly onProgress: (progress: LoadProgress) => void
}

/** What the opening of models is built from. */
export interface OpenerParts {
  readonly models: ModelFileStore
  readonly spawnInferenceWorker: () => Worker
  /** Asked at each load, for the graphics card only where it may be used. */
  readonly probeCapabilities: (withGpu: boolean) => Promise<Capabilities>
  readonly deadlines: InferenceDeadlines
  readonly preferredDevice: Device | 'auto'
  readonly demotions: DemotionMemory
  /** Inference workers side by side, at most; the machine may not bear as many. */
  readonly mostWorkers: number
  /** Of the engine: what another one found out about a device is asked again. */
  readonly engineVersion: string
  /** For tests only. */
  readonly allowFallbackAdapter: boolean
}

/** A model that runs, and the workers that it has had, the first one first. */
export interface OpenedModel {
  readonly host: InferenceHost
  readonly workers: readonly SupervisedWorker<InferenceApi>[]
  /** Brings its text tower, where it answers without it so far. */
  readonly bringRest: BringRest | null
}

/** What an opening is told beside what the caller insists on. */
export interface OpenOptions extends LoadOptions {
  /** For tests only. */
  readonly fault: DeviceFault | null
  readonly onReplaced: (model: LoadedModel) => void
  readonly onResized: (model: LoadedModel) => void
}

/** Decides how a model runs best on this machine, finds its files, and opens it. */
export interface ModelOpener {
  plan(source: ModelSource, options: PlanOptions): Promise<Outcome<LoadPlan>>
  open(source: ModelSource, options: OpenOptions): Promise<Outcome<OpenedModel>>
}

/** How a model is to run here, and what a demotion would hold for. */
interface Target extends Pick<Start, 'demotedFrom'> {
  readonly capabilities: Capabilities
  readonly wanted: WantedModel
  readonly place: DemotionPlace
}

/** Creates the opener. */
export const createModelOpener = (parts: OpenerParts, check: CheckModel): ModelOpener => {
  const { allowFallbackAdapter, demotions, deadlines, engineVersion } = parts
  const finder = createModelFileFinder(parts.models)

  const findTarget = async (
    source: ModelSource,
    { device, dtype: insisted, newest }: PlanOptions,
  ): Promise<Target> => {
    const dtype = insisted ?? null
    const preferred = device ?? parts.preferredDevice
    const capabilities = await parts.probeCapabilities(preferred !== 'wasm')
    const best = chooseRuntime(capabilities, { device: preferred, allowFallbackAdapter, dtype })
    const adapter = 'adapter' in capabilities.gpu ? capabilities.gpu.adapter : ''
    const place = { model: sourceKey(source), adapter, version: engineVersion }
    // A device that somebody asks for by name is tried, whatever it did before.
    const { runtime, demotedFrom } = startOf(best, device ? [] : demotions.read(), place)
    const dtypes = orderVisionDtypes(source, 'tower', runtime.dtypes)
    return {
      capabilities,
      wanted: { source, runtime: { ...runtime, dtypes }, dtype, storedOnly: false, newest },
      place,
      demotedFrom,
    }
  }

  return {
    plan: async (source, options) => finder.plan((await findTarget(source, options)).wanted, options.signal),
    open: async (source, options) => {
      const { capabilities, wanted, place, demotedFrom } = await findTarget(source, options)
      const openFound = async (
        found: FoundFiles,
        onProgress: (progress: LoadProgress) => void,
      ): Promise<Outcome<Omit<OpenedModel, 'bringRest'>>> => {
        const workers: SupervisedWorker<InferenceApi>[] = []
        const request: LoadRequest = {
          source,
          revision: found.revision,
          files: found.files,
          kept: found.kept,
          runtime: found.runtime,
          dtype: wanted.dtype,
          allowFallbackAdapter,
          towers: 'both',
          ...(found.textLater && { textLater: found.textLater }),
          fault: options.fault,
          gpuBatches: [PICTURE_BATCH_SIZE],
        }
        const host = await openInferencePool(request, {
          createWorker: () => {
            const worker = createSupervisedWorker<InferenceApi>(parts.spawnInferenceWorker)
            workers.push(worker)
            return worker
          },
          countWorkers: (model) =>
            Math.min(parts.mostWorkers, chooseWorkers(capabilities, found.runtime, model.visionSize)),
          onResized: options.onResized,
          deadlines,
          check,
          descends: true,
          demotedFrom,
          onDemoted: (demotion) => {
            demotions.write(rememberDemotion(demotions.read(), demotion, place))
          },
          onProgress,
          signal: options.signal,
          onReplaced: options.onReplaced,
        })
        return host.kind === 'done' ? done({ host: host.value, workers }) : host
      }
      return openFromStore(finder, parts.models, wanted, options, (found, onProgress) =>
        openAsItComes(found, openFound, { signal: options.signal, onProgress }),
      )
    },
  }
}
