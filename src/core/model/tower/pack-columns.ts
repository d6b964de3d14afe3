import type { Linear } from './tower'

/** Columns of a panel, which the kernel takes at a time. */
const PANEL = 8

/** Numbers of each column's facts: the sum of its bytes, its scale, its bias. */
const FACTS = 3

/** A matrix as signed bytes, a scale for each column. */
export interface PackedColumns {
  readonly inputs: number
  readonly outputs: number
  /** Eight columns after eight; of each, four bytes a column, then the next four. */
  readonly panels: Int8Array<ArrayBuffer>
  /** Of each panel: 8 sums of bytes, 8 scales, 8 biases. */
  readonly facts: Float32Array<ArrayBuffer>
}

/** The largest byte; -128 is not used, so that a column and its opposite are as exact. */
const LARGEST = 127

/**
 * Rounds each column to bytes of its own scale, which is far closer than one scale for all (a q8 file): on the products of a
 * trained network a tenth to a hundredth of the distance.
 *
 * @param linear `inputs` a multiple of 4, `outputs` of 8
 */
export const packColumns = ({ inputs, outputs, weight, bias }: Linear): PackedColumns => {
  const panels = new Int8Array(inputs * outputs)
  const facts = new Float32Array(outputs * FACTS)
  const largest = new Float32Array(outputs)
  // Row by row, as the numbers lie: a column's are thousands of bytes apart.
  for (let i = 0, at = 0; i < inputs; i += 1)
    for (let column = 0; column < outputs; column += 1, at += 1) {
      const size = Math.abs(weight[at] ?? 0)
      if (size > (largest[column] ?? 0)) largest[column] = size
    }
  const factors = Float64Array.from(largest, (most) => (most > 0 ? LARGEST / most : 0))
  const sums = new Int32Array(outputs)
  for (let i = 0, at = 0; i < inputs; i += 1) {
    const row = (i >> 2) * (4 * PANEL) + (i & 3)
    for (let column = 0; column < outputs; column += 1, at += 1) {
      // Rounded: what is cut off of a number above 0 is its fraction.
      const byte = (((weight[at] ?? 0) * (factors[column] ?? 0) + (LARGEST + 1.5)) | 0) - (LARGEST + 1)
      const within = column & (PANEL - 1)
      panels[(column - within) * inputs + row + within * 4] = byte
      sums[column] = (sums[column] ?? 0) + byte
    }
  }
  for (let column = 0; column < outputs; column += 1) {
    const within = column % PANEL
    const fact = (column - within) * FACTS + within
    facts[fact] = sums[column] ?? 0
    facts[fact + PANEL] = (largest[column] ?? 0) / LARGEST
    facts[fact + 2 * PANEL] = bias[column] ?? 0
  }
  return { inputs, outputs, panels, facts }
}
