import type { GoldenStore } from '../../core/runtime/self-check/judge-probe'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourceKey } from '../../core/model/model-source'
import type { Capabilities } from '../../core/runtime/capabilities'
import {
  startOf,
  type DemotionMemory,
  type DemotionPlace,
  type Start,
} from '../../core/runtime/demotion-memory'
import { chooseRuntime, type Device } from '../../core/runtime/runtime'
import { orderVisionDtypes } from '../../core/runtime/vision-dtypes'
import type { InferenceDeadlines } from '../workers/inference-host'
import type { ModelFileStore } from './model-store'

/** What the opening of models is built from. */
export interface OpenerParts {
  readonly models: ModelFileStore
  readonly spawnInferenceWorker: () => Worker
  /** Asked at each load, for the graphics card only where it may be used. */
  readonly probeCapabilities: (withGpu: boolean) => Promise<Capabilities>
  readonly deadlines: InferenceDeadlines
  readonly preferredDevice: Device | 'auto'
  readonly demotions: DemotionMemory
  readonly goldens: GoldenStore
  /** Inference workers side by side, at most; the machine may not bear as many. */
  readonly mostWorkers: number
  /** Of the engine: what another one found out about a device is asked again. */
  readonly engineVersion: string
  /** For tests only. */
  readonly allowFallbackAdapter: boolean
}

/** How a model is to run here, and what a demotion would hold for. */
export interface Target extends Start {
  readonly capabilities: Capabilities
  readonly place: DemotionPlace
}

/** Decides device and precisions: by what the browser can do, what is insisted on, and what has failed here before. */
export const chooseTarget = async (
  { probeCapabilities, preferredDevice, demotions, engineVersion, allowFallbackAdapter }: OpenerParts,
  { source, dtype, device: asked }: ModelChoice,
): Promise<Target> => {
  const device = asked === 'auto' ? preferredDevice : asked
  const capabilities = await probeCapabilities(device !== 'wasm')
  const insisted = dtype === 'auto' ? null : dtype
  const best = chooseRuntime(capabilities, { device, allowFallbackAdapter, dtype: insisted })
  const adapter = 'adapter' in capabilities.gpu ? capabilities.gpu.adapter : ''
  const place = { model: sourceKey(source), adapter, version: engineVersion }
  // A device that somebody asks for by name is tried, whatever it did before.
  const { runtime, demotedFrom } = startOf(best, asked === 'auto' ? demotions.read() : [], place)
  const dtypes = orderVisionDtypes(source, 'tower', runtime.dtypes)
  return { runtime: { ...runtime, dtypes }, demotedFrom, capabilities, place }
}
