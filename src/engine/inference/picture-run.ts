import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { Recipe } from '../../core/pixels/recipe'
import { PICTURE_BATCH_SIZE, type DeviceFault } from '../../protocol/inference-api'
import type { PicturePorts } from '../ort/graph-ports'
import type { Ort } from '../ort/load-ort'
import type { RunLock } from '../ort/run-lock'
import { spoilOutput } from './spoil-output'

/** How a graph that sees pictures is run. */
export interface PictureRunOptions {
  /** Keeps one shape, since each new one is compiled again on WebGPU. */
  readonly padded: boolean
  readonly lock: RunLock
  /** For tests only. */
  readonly fault: DeviceFault | null
}

/**
 * Runs prepared pictures through a graph.
 * @returns the output, `[batch, ...]`; rows after the last tensor are padding. The caller disposes of it.
 */
export type PictureRun = (tensors: readonly Float32Array<ArrayBuffer>[]) => Promise<Tensor | undefined>

/** Creates the run over an open session. */
export const createPictureRun =
  (
    ort: Ort,
    session: InferenceSession,
    { input, output }: PicturePorts,
    { fit: { width, height } }: Recipe,
    options: PictureRunOptions,
  ): PictureRun =>
  async (tensors) => {
    const length = 3 * width * height
    const batch = options.padded ? PICTURE_BATCH_SIZE : tensors.length
    const pixels = new Float32Array(batch * length)
    tensors.forEach((tensor, i) => {
      pixels.set(tensor, i * length)
    })
    const feeds = { [input]: new ort.Tensor('float32', pixels, [batch, 3, height, width]) }
    const results = await options.lock(() => session.run(feeds, [output]))
    const values = results[output]?.data
    if (options.fault && values instanceof Float32Array) spoilOutput(values, batch, options.fault)
    return results[output]
  }
