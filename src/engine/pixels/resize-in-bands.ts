import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import { bytesPerStep, tapsPerStep } from '../../core/pixels/resize/pack-weights'
import type { ResizePlan } from '../../core/pixels/resize/resize-plan'
import { type StoredAxes, storedAxes } from '../../core/pixels/stored-axes'
import { turnUpright } from '../../core/pixels/turn-upright'
import type { Resample } from '../../core/pixels/recipe'
import { type BandMemory, layOutBands } from './band-memory'
import { copyRows, type PixelSource } from './pixel-source'
import type { ResizeKernel } from './resize-kernel'

/** Mixes rows of the ring into output rows, in order, each as soon as its last row has arrived. */
const createRowMixer = (kernel: ResizeKernel, memory: BandMemory, axes: StoredAxes, swap: boolean) => {
  const { rows, columns, rowsFirst } = axes
  const table = new Uint32Array(memory.buffer, memory.rowTable)
  let next = 0
  let weights = memory.rowWeights

  const listRows = (first: number, count: number, steps: number): void => {
    for (let tap = 0; tap < steps * tapsPerStep; tap++) {
      // Taps that pad the last step weigh nothing: any row will do.
      const row = first - memory.top + (tap < count ? tap : 0)
      table[tap] = memory.ring + (row % memory.ringRows) * memory.ringStride
    }
  }

  /** @param end one past the last stored row that the ring holds */
  return (end: number): void => {
    for (; next < rows.first.length; next++) {
      const first = rows.first[next] ?? 0
      const count = rows.count[next] ?? 0
      const steps = memory.rowSteps[next] ?? 0
      if (steps > 0 && first + count > end) return
      listRows(first, count, steps)
      const target = memory.output + next * memory.outputStride
      const merged = rowsFirst ? memory.scratch : target
      kernel.mergeRows(memory.rowTable, memory.ringStride, steps, weights, merged, swap)
      weights += steps * bytesPerStep
      if (!rowsFirst) continue
      const { columnStarts, columnWeights, outputStride } = memory
      kernel.squeezeRows(
        merged,
        0,
        1,
        target,
        outputStride,
        columns.first.length,
        columnStarts,
        columnWeights,
      )
    }
  }
}

/**
 * The SIMD form of `resizeCrop`, fed in bands of stored rows. Where these are upright rows, each is squeezed and
 * waits in the ring for the pass down the columns. Where they are upright columns they wait as they are, are
 * mixed first, and then squeezed: the passes keep Pillow's order, and no large picture is ever turned.
 *
 * @returns `plan.width * plan.height * 4` bytes R, G, B, 255, upright, in an own buffer
 */
export const resizeInBands = async (
  kernel: ResizeKernel,
  source: PixelSource,
  plan: ResizePlan,
  resample: Resample,
  signal: AbortSignal,
): Promise<Outcome<Uint8ClampedArray<ArrayBuffer>>> => {
  const axes = storedAxes(source.width, source.height, plan, resample, source.orientation)
  const memory = layOutBands(kernel, axes)
  const { buffer, left: x, top, bottom, width, bandStride, bandRows } = memory
  const mixUpTo = createRowMixer(kernel, memory, axes, source.order === 'bgr')

  mixUpTo(top)
  for (let y = top; y < bottom; y += bandRows) {
    if (signal.aborted) return cancelled
    const height = Math.min(bandRows, bottom - y)
    const slot = memory.ring + ((y - top) % memory.ringRows) * memory.ringStride
    const band = axes.rowsFirst ? slot : memory.scratch
    await source.read({ x, y, width, height }, new Uint8Array(buffer, band, height * bandStride), bandStride)
    if (!source.opaque) kernel.flattenAlpha(band, (height * bandStride) / 4)
    if (!axes.rowsFirst) {
      const { columnStarts, columnWeights, outputStride } = memory
      const columns = axes.columns.first.length
      kernel.squeezeRows(band, bandStride, height, slot, outputStride, columns, columnStarts, columnWeights)
    }
    mixUpTo(y + height)
  }

  const stored = new Uint8ClampedArray(axes.rows.first.length * axes.columns.first.length * 4)
  const rowBytes = axes.columns.first.length * 4
  copyRows(
    new Uint8Array(buffer, memory.output),
    memory.outputStride,
    new Uint8Array(stored.buffer),
    rowBytes,
    rowBytes,
    axes.rows.first.length,
  )
  for (let alpha = 3; alpha < stored.length; alpha += 4) stored[alpha] = 255
  return done(turnUpright(stored, plan.width, plan.height, source.orientation))
}
