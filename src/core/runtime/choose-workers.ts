import type { ModelFacts } from '../model/model-facts'
import type { Capabilities } from './capabilities'
import type { Runtime } from './runtime'

/** More starve the page and gain nothing on the machines that cannot have threads. */
export const MAX_WORKERS = 4

/** What a model takes at its peak, in times its files: measured 3.5 to 4, see `docs/bench.md`. */
export const PEAK_TIMES_FILES = 4

/** What ONNX Runtime takes before any model: its code, compiled, and its first memory. */
export const BASE_BYTES = 100e6

/** For browsers that do not say (Firefox, Safari): what a plain office machine has left to give. */
const ASSUMED_GIGABYTES = 4

/** Share of the machine's memory that models may take together. */
const SHARE = 0.5

/**
 * Bytes that models may take together.
 * @param memoryGigabytes as of `Capabilities`.
 */
export const roomForModels = (memoryGigabytes: number | null): number =>
  (memoryGigabytes ?? ASSUMED_GIGABYTES) * 1e9 * SHARE

/**
 * How many workers may encode pictures side by side. Where shared memory is, one worker has threads instead, which
 * cost no copy of the model; on a graphics card runs cannot overlap; iOS ends a page that takes much.
 * Our own kernels have no threads: with them each core has a worker, isolated or not.
 * @param model its `visionSize` is the size of the vision tower's file.
 */
export const chooseWorkers = (
  { cores, memoryGigabytes, isolated, ios }: Capabilities,
  { device, threads }: Runtime,
  { visionSize: visionBytes, executor }: Pick<ModelFacts, 'visionSize' | 'executor'>,
): number => {
  if (device !== 'wasm' || ios || (executor?.kind !== 'own' && (threads > 1 || isolated))) return 1
  const affordable = Math.floor(
    roomForModels(memoryGigabytes) / (visionBytes * PEAK_TIMES_FILES + BASE_BYTES),
  )
  return Math.max(1, Math.min(cores, MAX_WORKERS, affordable))
}
