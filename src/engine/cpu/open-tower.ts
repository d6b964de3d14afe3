import {
  alignUp,
  type KernelPlaces,
  type PlacedColumns,
  type PlacedNorm,
  type PlacedTower,
} from './kernel-places'
import { geluKind, type TransformerKernel } from './transformer-kernel'

/** Work that may be given up after each step: a worker hears no message while it calculates. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Takes all steps at once. */
const takeAll = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** A tower whose weights lie in a kernel's memory, as bytes. */
export interface OpenTower {
  /**
   * The embedding of one of the rows, as `core/model/tower/plain-tower.ts` defines it, by products of whole numbers.
   * @param rows one after the other, `tower.width` numbers each, `rowLimit` at most
   * @param wanted which row's embedding
   */
  encode(rows: Float32Array, wanted: number): Float32Array<ArrayBuffer>
  /** The same, a block at each step. Rows that others begin before the last step take its place. */
  encodeInSteps(rows: Float32Array, wanted: number): Steps<Float32Array<ArrayBuffer>>
}

/** The kernel takes four rows at a time. */
const ROWS = 4

/**
 * Opens a tower whose weights lie in a kernel's memory.
 *
 * @param places where what is computed may lie
 * @param rowLimit the most rows that are encoded at a time: patches of a picture with the class, tokens of a text
 */
export const openTower = (
  kernel: TransformerKernel,
  places: Pick<KernelPlaces, 'take'>,
  tower: PlacedTower,
  rowLimit: number,
): OpenTower => {
  const { width, heads, gelu, epsilon, causal, firstNorm, blocks, lastNorm, projection } = tower
  const { outputs } = projection
  const size = width / heads
  const most = alignUp(rowLimit, ROWS)
  const shareStride = alignUp(rowLimit, 8) * 4
  const wide = Math.max(...blocks.map(({ widen }) => widen.outputs))
  const state = places.take(most * width * 4)
  const normed = places.take(most * width * 4)
  const seen = places.take(most * 3 * width * 4)
  const mixed = places.take(most * width * 4)
  const widened = places.take(most * wide * 4)
  const rounded = places.take(most * wide * kernel.rowBytes)
  const scales = places.take(most * 8)
  const keys = places.take(size * shareStride)
  const shares = places.take(most * shareStride)
  const embedding = places.take(ROWS * outputs * 4)

  /** Rows of f32 times a matrix, by way of whole numbers. */
  const multiply = (
    rows: number,
    count: number,
    { inputs, outputs, panels, facts }: PlacedColumns,
    target: number,
    adds: boolean,
  ): void => {
    kernel.roundRows(rows, count, inputs, inputs * 4, rounded, scales)
    kernel.multiplyRounded(rounded, count, inputs, scales, panels, outputs, facts, target, outputs * 4, adds)
  }

  const normalise = (rows: number, count: number, { weight, bias }: PlacedNorm, target: number): void => {
    kernel.normalise(rows, count, width, weight, bias, epsilon, target)
  }

  /** Of all memory; another place may have made it grow since. */
  const view = () => new Float32Array(kernel.memory.buffer)

  /** Keys of a head with the rows along, as products take them. */
  const turnKeys = (floats: Float32Array, head: number, count: number): void => {
    const columns = shareStride / 4
    for (let row = 0; row < count; row += 1) {
      const from = seen / 4 + row * 3 * width + width + head * size
      for (let i = 0; i < size; i += 1) floats[keys / 4 + i * columns + row] = floats[from + i] ?? 0
    }
  }

  const attend = (count: number): void => {
    const floats = view()
    const stride = 3 * width * 4
    const usedStride = alignUp(count, 8) * 4
    for (let head = 0; head < heads; head += 1) {
      turnKeys(floats, head, count)
      const own = seen + head * size * 4
      kernel.multiplyFloats(
        ...([own, count, size, stride, keys, shareStride, usedStride / 4, 32] as const),
        shares,
        shareStride,
      )
      kernel.softmax(shares, count, count, shareStride, 1 / Math.sqrt(size), causal)
      const values = own + 2 * width * 4
      kernel.multiplyFloats(
        ...([shares, count, count, shareStride, values, stride, size, 32] as const),
        mixed + head * size * 4,
        width * 4,
      )
    }
  }

  function* encodeInSteps(rows: Float32Array, wanted: number): Steps<Float32Array<ArrayBuffer>> {
    const count = rows.length / width
    view().set(rows, state / 4)
    if (firstNorm) normalise(state, count, firstNorm, state)
    for (const block of blocks) {
      normalise(state, count, block.attentionNorm, normed)
      multiply(normed, count, block.queriesKeysValues, seen, false)
      attend(count)
      // Of the last block no other row is looked at any more.
      const isLast = block === blocks.at(-1)
      const [first, some] = isLast ? [wanted, 1] : [0, count]
      const at = state + first * width * 4
      multiply(mixed + first * width * 4, some, block.attentionOut, at, true)
      normalise(at, some, block.mixNorm, normed)
      multiply(normed, some, block.widen, widened, false)
      kernel.activate(widened, some, block.widen.outputs, geluKind[gelu])
      multiply(widened, some, block.narrow, at, true)
      yield
    }
    normalise(state + wanted * width * 4, 1, lastNorm, normed)
    multiply(normed, 1, projection, embedding, false)
    return view().slice(embedding / 4, embedding / 4 + outputs)
  }
  return { encodeInSteps, encode: (rows, wanted) => takeAll(encodeInSteps(rows, wanted)) }
}
