import { fromHalfBits } from './half-precision'
import type { OnnxStructure } from './onnx-graph'
import { type ConstantReader, FLOAT16, FLOAT32, INT8, type TensorPlace } from './tensor-values'

/** Rows of numbers of which few are asked for, one at a time. */
export interface RowTable {
  readonly count: number
  readonly width: number
  /** @param index from 0 to `count - 1` */
  row(index: number): Float32Array<ArrayBuffer>
}

/** Numbers that are copied at a time, so that a table of a hundred megabytes is never there twice. */
const PART = 2 ** 20

/**
 * The upper half of each number of four bytes, rounded: off by a five-hundredth of itself at most, which is little beside what
 * products of bytes round.
 */
const upperHalves = (bytes: Uint8Array): Uint16Array<ArrayBuffer> => {
  const halves = new Uint16Array(bytes.length / 4)
  for (let at = 0; at < halves.length; at += PART) {
    const part = new Uint32Array(bytes.slice(at * 4, (at + PART) * 4).buffer)
    for (let i = 0; i < part.length; i += 1) halves[at + i] = ((part[i] ?? 0) + 0x8000) >>> 16
  }
  return halves
}

/** Reads numbers from a copy of their own, which takes one or two bytes for each and lets the file go. */
const readerOf = (
  bytes: Uint8Array,
  type: number,
): ((from: number, to: number) => Float32Array<ArrayBuffer>) => {
  if (type === FLOAT32) {
    const halves = upperHalves(bytes)
    return (from, to) =>
      new Float32Array(Uint32Array.from(halves.subarray(from, to), (half) => half << 16).buffer)
  }
  const { buffer } = bytes.slice()
  if (type === FLOAT16) {
    const halves = new Uint16Array(buffer)
    return (from, to) => fromHalfBits(halves.subarray(from, to))
  }
  const numbers = type === INT8 ? new Int8Array(buffer) : new Uint8Array(buffer)
  return (from, to) => Float32Array.from(numbers.subarray(from, to))
}

/** A table's numbers in a graph, and what they were multiplied by. */
interface TableNames {
  readonly rows: string
  /** One number each. */
  readonly quantised: { readonly scale: string; readonly zero: string | null } | null
}

const tableOf = (
  { dims, type, content }: TensorPlace,
  graph: OnnxStructure,
  scale: number,
  zero: number,
): RowTable => {
  const width = dims.at(-1) ?? 0
  const read = readerOf(graph.bytes.subarray(content.start, content.end), type)
  return {
    width,
    count: width === 0 ? 0 : dims.reduce((product, length) => product * length, 1) / width,
    row: (index) => read(index * width, (index + 1) * width).map((number) => (number - zero) * scale),
  }
}

/**
 * Opens a constant as a table whose rows are read when they are asked for. A table of tokens is a quarter to a half of a text
 * tower, of which a text takes a handful of rows: it stays in one byte a number where its file has so, and in two otherwise.
 *
 * @returns `null` for what is no constant, or has a scale for each row or column
 */
export const openRowTable = (
  graph: OnnxStructure,
  constants: ConstantReader,
  { rows, quantised }: TableNames,
): RowTable | null => {
  const scale = quantised ? constants.values(quantised.scale)?.values : Float32Array.of(1)
  const zeroName = quantised?.zero ?? null
  const zero = zeroName === null ? Float32Array.of(0) : constants.values(zeroName)?.values
  if (scale?.length !== 1 || zero?.length !== 1) return null
  const place = constants.place(rows)
  if (place) return tableOf(place, graph, scale[0] ?? 1, zero[0] ?? 0)
  // One number throughout: what benches have in place of weights.
  const made = constants.filled(rows)
  const width = made?.dims.at(-1)
  if (!made || width === undefined) return null
  const number = (made.number - (zero[0] ?? 0)) * (scale[0] ?? 1)
  const count = made.dims.slice(0, -1).reduce((product, length) => product * length, 1)
  return { width, count, row: () => new Float32Array(width).fill(number) }
}
