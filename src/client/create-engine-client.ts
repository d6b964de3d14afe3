import type { Milliseconds } from '../core/brands'
import { createLate, obtainPart } from '../core/async/late'
import type { LoadedModel, TextArrival } from '../core/model/loaded-model'
import { cancelled, done, failed } from '../core/errors/outcome'
import { type Extent, modelOver } from '../core/pixels/crops/extent'
import { registerTransferHandlers } from '../protocol/abort-signal-transfer'
import type { DeviceFault } from '../protocol/inference-api'
import type { PixelApi } from '../protocol/pixel-api'
import { createModelCheck } from './models/self-check/check-model'
import type { ModelStoreClient } from './models/create-model-store'
import type { EngineClient } from './engine-client'
import { type EngineFaults, hangWorker } from './workers/engine-faults'
import { createStatsCounter } from './engine-stats'
import { createModelSession, type ModelSession } from './inference/model-session'
import type { OpenerParts } from './models/choose-target'
import { createModelOpener, type OpenedModel } from './models/open-model'
import { bringText, type ComingText } from './inference/coming-text'
import { createPictureCache, type RecallPicture } from './inference/picture-cache'
import { createPixelHost } from './workers/pixel-host'
import { createSupervisedWorker } from './workers/supervised-worker'

/** Few visits bring a model of their own. */
const imports = createLate(() => import('./models/tried-import'))

/** What the engine is built from. */
export interface EngineParts extends OpenerParts {
  readonly models: ModelStoreClient
  readonly spawnPixelWorker: () => Worker
  readonly deadlines: OpenerParts['deadlines'] & { readonly picture: Milliseconds }
  /** See `CheckParts`. */
  readonly publishedGoldens: string
}

interface Active extends OpenedModel {
  readonly session: ModelSession
  readonly text: ComingText | null
}

/** Builds the engine's page side. Workers start with the first work. */
export const createEngineClient = (parts: EngineParts): EngineClient & { readonly faults: EngineFaults } => {
  registerTransferHandlers()
  const stats = createStatsCounter()
  const cache = createPictureCache()
  const pixelWorker = createSupervisedWorker<PixelApi>(parts.spawnPixelWorker)
  const pixels = createPixelHost(pixelWorker, parts.deadlines.picture, stats.workerReplaced)
  const listeners = new Set<(model: LoadedModel) => void>()
  const check = createModelCheck({ ...parts, deadline: parts.deadlines.load })
  let fault: DeviceFault | null = null
  const opener = createModelOpener(parts, check, () => fault)
  let active: Active | null = null
  let recall: RecallPicture = () => Promise.resolve(null)
  let extent: Extent = 'middle'

  const announce = (model: LoadedModel) => {
    for (const listener of listeners) listener(modelOver(model, extent))
  }

  const textListeners = new Set<(arrival: TextArrival | null) => void>()
  const tellText = (arrival: TextArrival | null) => {
    for (const listener of textListeners) listener(arrival)
  }

  const unload = () => {
    active?.text?.stop()
    active?.host.close()
    active = null
  }

  return {
    models: {
      ...parts.models,
      import: async (files, options) => {
        const part = await obtainPart(imports)
        return part.kind === 'done'
          ? part.value.createTriedImport(parts.models, opener)(files, options)
          : part
      },
    },
    plan: opener.plan,
    model: () => active && modelOver(active.host.model(), extent),
    lookOver: (next) => {
      if (next === extent) return
      extent = next
      if (active) announce(active.host.model())
    },
    load: async (wish, options) => {
      const opened = await opener.open(wish, options, {
        onReplaced: (model) => {
          stats.workerReplaced()
          announce(model)
        },
        onResized: announce,
      })
      if (opened.kind !== 'done') return opened
      const { host, bringRest } = opened.value
      const atHand = bringRest && (await host.promptsAtHand(options.signal))
      // Stopped at the very end: the page has gone on to another model, which this one must not replace.
      if (options.signal.aborted) {
        host.close()
        return cancelled
      }
      unload()
      const text = bringRest && atHand ? bringText(bringRest, host, atHand, tellText) : null
      const memory = { cache, recall: (key: string, sha256: string) => recall(key, sha256) }
      const session = createModelSession(host, pixels, memory, stats, text, () => extent)
      active = { ...opened.value, text, session }
      return done(modelOver(host.model(), extent))
    },
    unload,
    embedFrame: async (frame, signal) =>
      active ? active.session.embedFrame(frame, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    embedPicture: async (picture, name, options) =>
      active ? active.session.embedPicture(picture, name, options) : failed({ code: 'MODEL_NOT_LOADED' }),
    embedPrepared: async (tensors, signal) =>
      active ? active.host.embedPictures(tensors, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    seePlaces: async (tensors, signal) =>
      active ? active.host.seePlaces(tensors, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    closePlaces: async () => active?.host.closePlaces(),
    recallBy: (next) => {
      recall = next
    },
    embedPrompts: async (prompts, signal) =>
      active ? active.session.embedPrompts(prompts, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    embedAside: async (prompts, signal) =>
      active ? active.session.embedAside(prompts, signal) : failed({ code: 'MODEL_NOT_LOADED' }),
    waitsForText: (prompts) => active?.session.waitsForText(prompts) ?? false,
    retryText: () => {
      void active?.text?.wait(new AbortController().signal)
    },
    onTextArrival: (listener) => {
      textListeners.add(listener)
      return () => textListeners.delete(listener)
    },
    viewCrop: async (picture, name, signal) =>
      active
        ? pixels.view(picture, name, active.host.model().recipe, signal)
        : failed({ code: 'MODEL_NOT_LOADED' }),
    trials: { parts, check, prepare: pixels.prepare },
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
      parts.models.close()
    },
    faults: {
      spoilDevice: (next) => {
        fault = next
      },
      loseDevice: async () => active?.host.loseDevice(),
      kill: (name) => {
        if (name === 'pixels') pixelWorker.stop('killed by a test')
        else for (const worker of active?.workers ?? []) worker.stop('killed by a test')
      },
      hang: (name) => {
        if (name === 'pixels') hangWorker(pixelWorker)
        else active?.workers.forEach(hangWorker)
      },
    },
  }
}
