import type { Milliseconds } from '../core/brands'
import type { LoadedModel } from '../core/model/loaded-model'
import { modelRoot, sourceKey } from '../core/model/model-source'
import { done, failed } from '../core/outcome'
import type { Capabilities } from '../core/runtime/capabilities'
import { rememberDemotion, startOf, type DemotionMemory } from '../core/runtime/demotion-memory'
import { chooseRuntime, type Device } from '../core/runtime/runtime'
import type { GoldenStore } from '../core/self-check/golden-store'
import { registerTransferHandlers } from '../protocol/abort-signal-transfer'
import type { DeviceFault, InferenceApi, LoadRequest } from '../protocol/inference-api'
import type { PixelApi } from '../protocol/pixel-api'
import { createModelCheck } from './check-model'
import type { EngineClient } from './engine-client'
import { createStatsCounter } from './engine-stats'
import { openInferenceHost, type InferenceDeadlines, type InferenceHost } from './inference-host'
import { createModelSession, type ModelSession } from './model-session'
import { createPictureCache } from './picture-cache'
import { createPixelHost } from './pixel-host'
import { createSupervisedWorker, type SupervisedWorker } from './supervised-worker'

/** What the engine is built from. */
export interface EngineParts {
  readonly spawnPixelWorker: () => Worker
  readonly spawnInferenceWorker: () => Worker
  /** Asked at each load, for the graphics card only where it may be used. */
  readonly probeCapabilities: (withGpu: boolean) => Promise<Capabilities>
  readonly deadlines: InferenceDeadlines & { readonly picture: Milliseconds }
  readonly preferredDevice: Device | 'auto'
  readonly goldens: GoldenStore
  readonly demotions: DemotionMemory
  /** Of the app: what another version found out about a device is asked anew. */
  readonly version: string
  /** For tests only. */
  readonly allowFallbackAdapter: boolean
}

/** Breaks the engine on demand, for the tests that prove it survives. */
export interface EngineFaults {
  loseDevice(): Promise<void>
  kill(worker: 'pixels' | 'inference'): void
  hang(worker: 'pixels' | 'inference'): void
  /** Makes the graphics device of every later load give wrong numbers; `null` makes it sound again. */
  spoilDevice(fault: DeviceFault | null): void
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
  const check = createModelCheck({ ...parts, deadline: parts.deadlines.load })
  let active: Active | null = null
  let fault: DeviceFault | null = null

  const unload = () => {
    active?.host.close()
    active = null
  }

  const notYet = () => Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'models are not stored yet' }))

  return {
    models: { list: () => Promise.resolve(done([])), remove: notYet, import: notYet, export: notYet },
    plan: notYet,
    model: () => active?.host.model() ?? null,
    load: async (source, { dtype, device, signal, onProgress }) => {
      const { allowFallbackAdapter } = parts
      const wanted = device ?? parts.preferredDevice
      const capabilities = await parts.probeCapabilities(wanted !== 'wasm')
      const best = chooseRuntime(capabilities, { device: wanted, allowFallbackAdapter, dtype: dtype ?? null })
      if (source.kind === 'disk') return failed({ code: 'MODEL_NOT_FOUND', url: source.id })
      const revision = source.kind === 'hub' ? source.revision : ''
      const files = { kind: 'url', baseUrl: modelRoot(source) } as const
      const place = {
        model: sourceKey(source),
        adapter: 'adapter' in capabilities.gpu ? capabilities.gpu.adapter : '',
        version: parts.version,
      }
      // A device that somebody asks for by name is tried, whatever it did before.
      const { runtime, demotedFrom } = startOf(best, device ? [] : parts.demotions.read(), place)
      const worker = createSupervisedWorker<InferenceApi>(parts.spawnInferenceWorker)
      const request: LoadRequest = {
        source,
        revision,
        files,
        runtime,
        dtype: dtype ?? null,
        allowFallbackAdapter,
        towers: 'both',
        fault,
      }
      const opened = await openInferenceHost(worker, request, {
        deadlines: parts.deadlines,
        check,
        demotedFrom,
        onDemoted: (demotion) => {
          parts.demotions.write(rememberDemotion(parts.demotions.read(), demotion, place))
        },
        onProgress,
        signal,
        onReplaced: (model) => {
          stats.workerReplaced()
          for (const listener of listeners) listener(model)
        },
      })
      if (opened.kind !== 'done') return opened
      unload()
      const host = opened.value
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
    forgetDemotions: () => {
      parts.demotions.write([])
    },
    stats: stats.read,
    onModelChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      unload()
      pixels.close()
    },
    faults: {
      spoilDevice: (next) => {
        fault = next
      },
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
