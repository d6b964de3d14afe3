import { packColumns } from '../../core/model/tower/pack-columns'
import { normals } from '../clouds'

/** What products of bytes need of a kernel, as `engine/cpu/transformer-kernel.ts` has it. */
interface ByteKernel {
  readonly memory: { readonly buffer: ArrayBufferLike }
  readonly multiplyBytes: (
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

/** Rows, numbers of a row and columns: odd ones, and those of a tower. */
export const PRODUCT_SIZES: readonly (readonly [rows: number, inputs: number, outputs: number])[] = [
  [1, 16, 8],
  [3, 48, 16],
  [4, 64, 8],
  [5, 80, 40],
  [50, 768, 24],
]

/**
 * Sums of products of bytes by a kernel, and as whole numbers one by one. Rows have the largest bytes that a kernel takes among
 * them, and columns too.
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
  const [bytes, scales, panels, facts, target] = [65536, 131072, 196608, 655360, 786432]
  const memory = new Uint8Array(kernel.memory.buffer)
  const row = Uint8Array.from({ length: rows * inputs }, (_, i) =>
    i % 3 === 0 ? 127 : Math.floor(Math.abs(normal()) * 50) % 128,
  )
  memory.set(row, bytes)
  memory.set(new Uint8Array(packed.panels.buffer), panels)
  const floats = new Float32Array(kernel.memory.buffer)
  for (let i = 0; i < rows; i += 1) floats.set([1, 0], scales / 4 + i * 2)
  // Each column by itself, not over its scale.
  const whole = packed.facts.map((fact, i) => [fact, 1, 0][Math.floor(i / 8) % 3] ?? 0)
  floats.set(whole, facts / 4)
  kernel.multiplyBytes(bytes, rows, inputs, scales, panels, outputs, facts, target, outputs * 4, false)
  const byteAt = (i: number, column: number) =>
    packed.panels[(column - (column % 8)) * inputs + (i >> 2) * 32 + (column % 8) * 4 + (i & 3)] ?? Number.NaN
  const expected = Array.from({ length: rows * outputs }, (_, at) => {
    const [r, column] = [Math.floor(at / outputs), at % outputs]
    let sum = 0
    for (let i = 0; i < inputs; i += 1) sum += (row[r * inputs + i] ?? 0) * byteAt(i, column)
    return sum
  })
  return { seen: Array.from(floats.subarray(target / 4, target / 4 + rows * outputs)), expected }
}
