import { cancelled, done, type Outcome } from '../../core/outcome'
import { bytesPerStep, packWeights, tapsPerStep } from '../../core/pixels/pack-weights'
import { axisWeights, sourceRange } from '../../core/pixels/pillow-coefficients'
import type { ResizePlan } from '../../core/pixels/resize-plan'
import type { Resample } from '../../core/recipe'
import type { PixelSource } from './pixel-source'
import { ensureMemory, type ResizeKernel } from './resize-kernel'

/**
 * A band is what one read brings: large enough that the call costs little, small enough to stay in a core's
 * second-level cache until it is used. Measured on 12 megapixels: 256 KiB to 1 MiB are equal, 4 MiB is slower.
 */
const bandBytes = 512 * 1024
const mostBandRows = 64

/** Bump allocator over the kernel's memory, 16-byte aligned as SIMD likes it. */
const layOut = (start: number) => {
  let end = start
  return (bytes: number): { readonly at: number; readonly end: number } => {
    const at = Math.ceil(end / 16) * 16
    end = at + bytes
    return { at, end }
  }
}

/** Copies rows of `stride` bytes to rows of `length` bytes. */
const withoutPadding = (
  padded: Uint8ClampedArray,
  length: number,
  stride: number,
): Uint8ClampedArray<ArrayBuffer> => {
  if (length === stride) return new Uint8ClampedArray(padded)
  const rows = padded.length / stride
  const result = new Uint8ClampedArray(rows * length)
  for (let row = 0; row < rows; row++) {
    result.set(padded.subarray(row * stride, row * stride + length), row * length)
  }
  return result
}

/**
 * The SIMD form of `resizeCrop`, fed in bands. Rows that are squeezed horizontally wait in a sliding window
 * until an output row has all it needs; so memory is bounded by the recipe and the picture's width, not by its
 * height.
 *
 * @returns `plan.width * plan.height * 4` bytes R, G, B, 255, in an own buffer
 */
export const resizeInBands = async (
  kernel: ResizeKernel,
  source: PixelSource,
  plan: ResizePlan,
  resample: Resample,
  signal: AbortSignal,
): Promise<Outcome<Uint8ClampedArray<ArrayBuffer>>> => {
  const columns = axisWeights(source.width, plan.resizedWidth, plan.cropX, plan.width, resample)
  const rows = axisWeights(source.height, plan.resizedHeight, plan.cropY, plan.height, resample)
  const { start: left, end: right } = sourceRange(columns)
  const { start: top, end: bottom } = sourceRange(rows)
  const across = packWeights(columns)
  const down = packWeights(rows)

  const sourceStride = (right - left) * 4
  const bandRows = Math.max(1, Math.min(mostBandRows, Math.floor(bandBytes / sourceStride)))
  const rowBytes = Math.ceil(plan.width / 4) * 16
  const windowRows = rows.stride + bandRows + tapsPerStep

  const take = layOut(kernel.heapBase())
  const columnStarts = take(plan.width * 8).at
  const columnWeights = take(across.halves.byteLength).at
  const rowWeights = take(down.halves.byteLength).at
  const window = take(windowRows * rowBytes).at
  const output = take(plan.height * rowBytes).at
  const band = take((bandRows + 1) * sourceStride + bytesPerStep)
  ensureMemory(kernel, band.end)
  const { buffer } = kernel.memory

  const starts = new Int32Array(buffer, columnStarts, plan.width * 2)
  columns.first.forEach((first, i) => {
    starts[i * 2] = (first - left) * 4
    starts[i * 2 + 1] = across.steps[i] ?? 0
  })
  new Int16Array(buffer, columnWeights).set(across.halves)
  new Int16Array(buffer, rowWeights).set(down.halves)

  const swap = source.order === 'bgr'
  let windowStart = top
  let next = 0
  let nextWeights = rowWeights
  const emitUpTo = (windowEnd: number): void => {
    for (; next < plan.height; next++) {
      const first = rows.first[next] ?? 0
      const steps = down.steps[next] ?? 0
      if (steps > 0 && first + (rows.count[next] ?? 0) > windowEnd) return
      const from = window + (first - windowStart) * rowBytes
      kernel.mergeRows(from, rowBytes, steps, nextWeights, output + next * rowBytes, swap)
      nextWeights += steps * bytesPerStep
    }
  }
  const slideTo = (row: number, windowEnd: number): void => {
    const from = window + (row - windowStart) * rowBytes
    new Uint8Array(buffer).copyWithin(window, from, window + (windowEnd - windowStart) * rowBytes)
    windowStart = row
  }

  emitUpTo(top)
  for (let y = top; y < bottom; y += bandRows) {
    if (signal.aborted) return cancelled
    const height = Math.min(bandRows, bottom - y)
    const pixels = height * (right - left)
    await source.read(
      { x: left, y, width: right - left, height },
      new Uint8Array(buffer, band.at, pixels * 4),
    )
    if (!source.opaque) kernel.flattenAlpha(band.at, pixels)
    slideTo(Math.min(rows.first[next] ?? y, y), y)
    const target = window + (y - windowStart) * rowBytes
    kernel.squeezeRows(
      ...([band.at, sourceStride, height] as const),
      ...([target, rowBytes, plan.width] as const),
      ...([columnStarts, columnWeights] as const),
    )
    emitUpTo(y + height)
  }
  return done(
    withoutPadding(new Uint8ClampedArray(buffer, output, plan.height * rowBytes), plan.width * 4, rowBytes),
  )
}
