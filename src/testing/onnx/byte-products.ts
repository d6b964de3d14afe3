import { packColumns } from '../../core/model/tower/pack-columns'
import { normals } from '../clouds'

/** What products of whole numbers need of a kernel, as `engine/cpu/transformer-kernel.ts` has it. */
interface ByteKernel {
  readonly memory: { readonly buffer: ArrayBufferLike }
  /** Bytes of a number of a row, and the largest that a row may have. */
  readonly rowBytes: 1 | 2
  readonly mostLevel: number
  readonly multiplyRounded: (
    rows: number,
    count: number,
    length: number,
    scales: number,
    panels: number,
    columns: number,
    columnFacts: number,
    target: number,
    targetStride: number,
    adds: boolean,
  ) => void
}

/** Rows, numbers of a row and columns: odd ones, each number of rows that tiles may leave, and those of a tower. */
export const PRODUCT_SIZES: readonly (readonly [rows: number, inputs: number, outputs: number])[] = [
  [1, 16, 8],
  [3, 48, 16],
  [4, 64, 8],
  [5, 80, 40],
  [6, 32, 16],
  [7, 112, 24],
  [11, 16, 8],
  [13, 48, 8],
  [50, 768, 24],
]

/**
 * Sums of products of whole numbers by a kernel, and one by one. Rows have the largest numbers that a kernel takes among them, and
 * columns too.
 *
 * @param kernel with a megabyte of memory
 */
export const byteProducts = (
  kernel: ByteKernel,
  [rows, inputs, outputs]: (typeof PRODUCT_SIZES)[number],
): { readonly seen: readonly number[]; readonly expected: readonly number[] } => {
  const normal = normals(rows * inputs + outputs)
  const weight = Float32Array.from({ length: inputs * outputs }, () => normal())
  const packed = packColumns({ inputs, outputs, weight, bias: new Float32Array(outputs) })
  const [numbers, scales, panels, facts, target] = [65536, 262144, 327680, 655360, 786432]
  const memory = new Uint8Array(kernel.memory.buffer)
  const { rowBytes, mostLevel } = kernel
  const row = Uint16Array.from({ length: rows * inputs }, (_, i) =>
    i % 3 === 0 ? mostLevel : Math.floor(Math.abs(normal()) * 0.4 * mostLevel) % (mostLevel + 1),
  )
  memory.set(rowBytes === 1 ? Uint8Array.from(row) : new Uint8Array(row.buffer), numbers)
  memory.set(new Uint8Array(packed.panels.buffer), panels)
  const floats = new Float32Array(kernel.memory.buffer)
  for (let i = 0; i < rows; i += 1) floats.set([1, 0], scales / 4 + i * 2)
  // Each column by itself, not over its scale.
  const whole = packed.facts.map((fact, i) => [fact, 1, 0][Math.floor(i / 8) % 3] ?? 0)
  floats.set(whole, facts / 4)
  kernel.multiplyRounded(numbers, rows, inputs, scales, panels, outputs, facts, target, outputs * 4, false)
  const byteAt = (i: number, column: number) =>
    packed.panels[(column - (column % 8)) * inputs + (i >> 2) * 32 + (column % 8) * 4 + (i & 3)] ?? Number.NaN
  const expected = Array.from({ length: rows * outputs }, (_, at) => {
    const [r, column] = [Math.floor(at / outputs), at % outputs]
    let sum = 0
    for (let i = 0; i < inputs; i += 1) sum += (row[r * inputs + i] ?? 0) * byteAt(i, column)
    // As single precision has it: sums of 16 bits may be longer than its 24.
    return Math.fround(sum)
  })
  return { seen: Array.from(floats.subarray(target / 4, target / 4 + rows * outputs)), expected }
}
