import type { Milliseconds } from '../core/brands'
import type { LoadedModel, LoadProgress } from '../core/model/loaded-model'
import type { ModelSource } from '../core/model/model-source'
import { done, failed } from '../core/outcome'
import type { Capabilities } from '../core/runtime/capabilities'
import { chooseRuntime, type Device } from '../core/runtime/runtime'
import { registerTransferHandlers } from '../protocol/abort-signal-transfer'
import type { InferenceApi } from '../protocol/inference-api'
import type { PixelApi } from '../protocol/pixel-api'
import type { ModelStoreClient } from './create-model-store'
import type { EngineClient, PlanOptions } from './engine-client'
import { createStatsCounter } from './engine-stats'
import { createModelFileFinder, type FoundFiles, type WantedModel } from './find-model-files'
import { openInferenceHost, type InferenceDeadlines, type InferenceHost } from './inference-host'
import { createModelSession, type ModelSession } from './model-session'
import { openFromStore } from './open-from-store'
import { createPictureCache } from './picture-cache'
import { createPixelHost } from './pixel-host'
import { createSupervisedWorker, type SupervisedWorker } from './supervised-worker'

/** What the engine is built from. */
export interface EngineParts {
  readonly spawnPixelWorker: () => Worker
  readonly spawnInferenceWorker: () => Worker
  /** Asked at each load, for the graphics card only where it may be used. */
  readonly probeCapabilities: (withGpu: boolean) => Promise<Capabilities>
  readonly models: ModelStoreClient
  readonly deadlines: InferenceDeadlines & { readonly picture: Milliseconds }
  readonly preferredDevice: Device | 'auto'
  /** For tests only. */
  readonly allowFallbackAdapter: boolean
}

/** Breaks the engine on demand, for the tests that prove it survives. */
export interface EngineFaults {
  loseDevice(): Promise<void>
  kill(worker: 'pixels' | 'inference'): void
  hang(worker: 'pixels' | 'inference'): void
}

interface Active {
  readonly host: InferenceHost
  readonly session: ModelSession
  readonly worker: SupervisedWorker<InferenceApi>
}

/** Nobody stops a fault. */
const hangJob = {
  doing: 'hanging',
  deadline: 2 ** 31 - 1,
} as const

/** Builds the engine's page side. Workers start with the first work. */
export const createEngineClient = (parts: EngineParts): EngineClient & { readonly faults: EngineFaults } => {
  registerTransferHandlers()
  const stats = createStatsCounter()
  const cache = createPictureCache()
  const pixelWorker = createSupervisedWorker<PixelApi>(parts.spawnPixelWorker)
  const pixels = createPixelHost(pixelWorker, parts.deadlines.picture, stats.workerReplaced)
  const listeners = new Set<(model: LoadedModel) => void>()
  const finder = createModelFileFinder(parts.models)
  let active: Active | null = null

  const unload = () => {
    active?.host.close()
    active = null
  }

  /** How a model would run best on this machine. */
  const wantModel = async (source: ModelSource, { dtype, device }: PlanOptions): Promise<WantedModel> => {
    const wanted = device ?? parts.preferredDevice
    const capabilities = await parts.probeCapabilities(wanted !== 'wasm')
    const runtime = chooseRuntime(capabilities, {
      device: wanted,
      allowFallbackAdapter: parts.allowFallbackAdapter,
    })
    return { source, runtime, dtype: dtype ?? null }
  }

  return {
    models: parts.models,
    plan: async (source, options) => finder.plan(await wantModel(source, options), options.signal),
    model: () => active?.host.model() ?? null,
    load: async (source, options) => {
      const wanted = await wantModel(source, options)
      const { signal } = options
      const openFiles = async (found: FoundFiles, tell: (progress: LoadProgress) => void) => {
        const worker = createSupervisedWorker<InferenceApi>(parts.spawnInferenceWorker)
        const { allowFallbackAdapter } = parts
        const request = { source, ...found, dtype: wanted.dtype, allowFallbackAdapter }
        const host = await openInferenceHost(worker, request, {
          deadlines: parts.deadlines,
          onProgress: tell,
          signal,
          onReplaced: (model) => {
            stats.workerReplaced()
            for (const listener of listeners) listener(model)
          },
        })
        return host.kind === 'done' ? done({ host: host.value, worker }) : host
      }
      const opened = await openFromStore(parts.models, wanted, options, openFiles)
      if (opened.kind !== 'done') return opened
      unload()
      const { host, worker } = opened.value
      active = { host, worker, session: createModelSession(host, pixels, cache, stats) }
      return { kind: 'done', value: host.model() }
    },
    unload,
    embedPicture: async (picture, name, signal) =>
      active ? active.session.embedPicture(picture, name, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    embedPrompts: async (prompts, signal) =>
      active ? active.session.embedPrompts(prompts, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    viewCrop: async (picture, name, signal) =>
      active
        ? pixels.view(picture, name, active.host.model().recipe, signal)
        : failed({ code: 'MODEL_NOT_LOADED' }),
    stats: stats.read,
    onModelChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      unload()
      pixels.close()
      parts.models.close()
    },
    faults: {
      loseDevice: async () => active?.host.loseDevice(),
      kill: (name) => {
        if (name === 'pixels') pixelWorker.stop('killed by a test')
        else active?.worker.stop('killed by a test')
      },
      hang: (name) => {
        const job = {
          ...hangJob,
          deadline: hangJob.deadline as Milliseconds,
          signal: new AbortController().signal,
        }
        const work = async (api: { hang(): Promise<void> }) => {
          await api.hang()
          return done(null)
        }
        if (name === 'pixels') void pixelWorker.run({ ...job, work })
        else void active?.worker.run({ ...job, work })
      },
    },
  }
}
