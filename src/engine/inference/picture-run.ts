import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { Recipe } from '../../core/pixels/recipe'
import type { DeviceFault } from '../../protocol/inference-api'
import type { PicturePorts } from '../ort/graph-ports'
import { toHalfBits } from '../../core/model/onnx/half-precision'
import type { Ort } from '../ort/load-ort'
import type { RunLock } from '../ort/run-lock'

/** `row`, turned by 60 degrees towards the axis that it is farthest from. */
const turn = (row: Float32Array): Float32Array => {
  const length = Math.hypot(...row)
  const unit = row.map((value) => value / length)
  const axis = unit.reduce((best, value, i) => (Math.abs(value) < Math.abs(unit[best] ?? 0) ? i : best), 0)
  const along = unit[axis] ?? 0
  const normal = unit.map((value, i) => (i === axis ? 1 : 0) - along * value)
  const scale = Math.sqrt(0.75) / Math.hypot(...normal)
  return unit.map((value, i) => value * 0.5 + (normal[i] ?? 0) * scale)
}

const spoilRow = (row: Float32Array, fault: DeviceFault): Float32Array => {
  switch (fault) {
    case 'nan':
      return row.map(() => NaN)
    case 'constant':
      return row.map((_, i) => i + 1)
    case 'shuffled':
      return Float32Array.from(row).reverse()
    case 'half-off':
      return turn(row)
  }
}

/** Makes a tower's output, row by row and in place, what a faulty device would have given. For tests only. */
const spoilOutput = (values: Float32Array, rows: number, fault: DeviceFault): void => {
  const length = values.length / rows
  for (let start = 0; start < values.length; start += length)
    values.set(spoilRow(values.subarray(start, start + length), fault), start)
}

/** How a graph that sees pictures is run. */
interface PictureRunOptions {
  /** Sizes that a run is padded to, smallest first; empty where any size will do. */
  readonly batches: readonly number[]
  readonly lock: RunLock
  /** For tests only. */
  readonly fault: DeviceFault | null
}

/**
 * Runs prepared pictures through a graph.
 * @returns the output, `[batch, ...]`; rows after the last tensor are padding. The caller disposes of it.
 */
type PictureRun = (tensors: readonly Float32Array<ArrayBuffer>[]) => Promise<Tensor | undefined>

/** Creates the run over an open session. */
export const createPictureRun =
  (
    ort: Ort,
    session: InferenceSession,
    { input, type, output }: PicturePorts,
    { fit: { width, height } }: Recipe,
    options: PictureRunOptions,
  ): PictureRun =>
  async (tensors) => {
    const length = 3 * width * height
    const batch = options.batches.find((size) => size >= tensors.length) ?? tensors.length
    const pixels = new Float32Array(batch * length)
    tensors.forEach((tensor, i) => {
      pixels.set(tensor, i * length)
    })
    const dims = [batch, 3, height, width]
    const tensor =
      type === 'float16'
        ? new ort.Tensor('float16', toHalfBits(pixels), dims)
        : new ort.Tensor('float32', pixels, dims)
    const feeds = { [input]: tensor }
    const results = await options.lock(() => session.run(feeds, [output]))
    const values = results[output]?.data
    if (options.fault && values instanceof Float32Array) spoilOutput(values, batch, options.fault)
    return results[output]
  }
