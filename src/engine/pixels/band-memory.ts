import {
  bytesPerStep,
  type PackedWeights,
  packWeights,
  tapsPerStep,
} from '../../core/pixels/resize/pack-weights'
import { sourceRange } from '../../core/pixels/resize/pillow-coefficients'
import type { StoredAxes } from '../../core/pixels/stored-axes'
import { ensureMemory, type ResizeKernel } from './resize-kernel'

/**
 * A band is what one read brings: large enough that the call costs little, small enough to stay in a core's
 * second-level cache until it is used. On 12 megapixels 128 to 512 KiB are alike; from 1 MiB on it is slower.
 */
const bandBytes = 512 * 1024
const mostBandRows = 64

/** Where a resize keeps what in the kernel's memory. Addresses and lengths are in bytes. */
export interface BandMemory {
  readonly buffer: ArrayBuffer
  /** Stored pixels that are needed, in whole pixels; a row of them takes `bandStride` bytes. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly bottom: number
  readonly bandStride: number
  readonly bandRows: number
  /** Weights along a row, as `squeezeRows` takes them, and down the rows. */
  readonly columnStarts: number
  readonly columnWeights: number
  readonly rowWeights: number
  readonly rowSteps: Int32Array
  /** A ring of rows that wait until an output row has all it needs: a band of rows always lies in one piece. */
  readonly ring: number
  readonly ringRows: number
  readonly ringStride: number
  /** One row, or one band of rows, between the two passes or before the first. */
  readonly scratch: number
  /** Addresses of the rows that one output row mixes. */
  readonly rowTable: number
  readonly output: number
  readonly outputStride: number
}

const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to

const writeWeights = (
  buffer: ArrayBuffer,
  at: Pick<BandMemory, 'columnStarts' | 'columnWeights' | 'rowWeights' | 'left'>,
  axes: StoredAxes,
  across: PackedWeights,
  down: PackedWeights,
): void => {
  const { first } = axes.columns
  const starts = new Int32Array(buffer, at.columnStarts, first.length * 2)
  first.forEach((position, i) => {
    starts[i * 2] = (position - at.left) * 4
    starts[i * 2 + 1] = across.steps[i] ?? 0
  })
  new Int16Array(buffer, at.columnWeights).set(across.halves)
  new Int16Array(buffer, at.rowWeights).set(down.halves)
}

/**
 * Lays a resize out in the kernel's memory, which grows where it must, and writes its weights there. Memory is
 * bounded by the recipe and the length of a stored row, not by the number of rows.
 */
export const layOutBands = (kernel: ResizeKernel, axes: StoredAxes): BandMemory => {
  const { columns, rows, rowsFirst } = axes
  const { start: left, end: right } = sourceRange(columns)
  const { start: top, end: bottom } = sourceRange(rows)
  const across = packWeights(columns)
  const down = packWeights(rows)

  const bandStride = alignUp((right - left) * 4, 16)
  // Even, since `squeezeRows` takes two at a time.
  const bandRows = alignUp(Math.max(1, Math.min(mostBandRows, Math.floor(bandBytes / bandStride))), 2)
  const outputStride = alignUp(columns.first.length * 4, 16)
  const ringStride = rowsFirst ? bandStride : outputStride
  const ringRows = alignUp(rows.stride, bandRows) + bandRows
  const oneMoreRow = 1

  let end = kernel.heapBase()
  const take = (bytes: number): number => {
    const at = alignUp(end, 16)
    end = at + bytes
    return at
  }
  const columnStarts = take(columns.first.length * 8)
  const columnWeights = take(across.halves.byteLength)
  const rowWeights = take(down.halves.byteLength)
  const rowTable = take(alignUp(rows.stride, tapsPerStep) * 4)
  const output = take((rows.first.length + oneMoreRow) * outputStride)
  const ring = take((ringRows + oneMoreRow) * ringStride)
  const scratch = take((bandRows + oneMoreRow) * bandStride + bytesPerStep)
  ensureMemory(kernel, end)
  const { buffer } = kernel.memory
  writeWeights(buffer, { columnStarts, columnWeights, rowWeights, left }, axes, across, down)
  return {
    ...{ buffer, left, top, width: right - left, bottom, bandStride, bandRows },
    ...{ columnStarts, columnWeights, rowWeights, rowSteps: down.steps },
    ...{ ring, ringRows, ringStride, scratch, rowTable, output, outputStride },
  }
}
