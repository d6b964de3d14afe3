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
  for (let i = 0; i < weight.length; i += 1) {
    const column = i % outputs
    largest[column] = Math.max(largest[column] ?? 0, Math.abs(weight[i] ?? 0))
  }
  for (let column = 0; column < outputs; column += 1) {
    const most = largest[column] ?? 0
    const factor = most > 0 ? LARGEST / most : 0
    const within = column % PANEL
    const panel = (column - within) * inputs
    let sum = 0
    for (let i = 0; i < inputs; i += 1) {
      const byte = Math.round((weight[i * outputs + column] ?? 0) * factor)
      sum += byte
      panels[panel + (i >> 2) * (4 * PANEL) + within * 4 + (i & 3)] = byte
    }
    const fact = (column - within) * FACTS + within
    facts[fact] = sum
    facts[fact + PANEL] = most / LARGEST
    facts[fact + 2 * PANEL] = bias[column] ?? 0
  }
  return { inputs, outputs, panels, facts }
}
