import { type PackedColumns, packColumns } from '../../core/model/tower/pack-columns'
import type { Block, Linear, Norm, Tower } from '../../core/model/tower/tower'
import { geluKind, type TransformerKernel } from './transformer-kernel'

/** A tower whose weights lie in a kernel's memory, as bytes. */
export interface OpenTower {
  /**
   * The embedding of one of the rows, as `core/model/tower/plain-tower.ts` defines it, by products of bytes.
   * @param rows one after the other, `tower.width` numbers each, `rowLimit` at most
   * @param wanted which row's embedding
   */
  encode(rows: Float32Array, wanted: number): Float32Array<ArrayBuffer>
}

/** Addresses of a matrix. */
interface PlacedColumns {
  readonly inputs: number
  readonly outputs: number
  readonly panels: number
  readonly facts: number
}

interface PlacedNorm {
  readonly weight: number
  readonly bias: number
}

const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** The kernel takes four rows at a time. */
const ROWS = 4

/** Hands out places of a kernel's memory, one behind the other, which grows where it must. */
const createPlaces = (kernel: TransformerKernel) => {
  let end = alignUp(kernel.heapBase(), 64)
  const take = (bytes: number): number => {
    const at = end
    end = alignUp(end + bytes, 64)
    const missing = end - kernel.memory.buffer.byteLength
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536))
    return at
  }
  const put = (values: Float32Array | Int8Array): number => {
    const at = take(values.byteLength)
    new Uint8Array(kernel.memory.buffer, at).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    )
    return at
  }
  const putNorm = ({ weight, bias }: Norm): PlacedNorm => ({ weight: put(weight), bias: put(bias) })
  const putColumns = ({ inputs, outputs, panels, facts }: PackedColumns): PlacedColumns => ({
    inputs,
    outputs,
    panels: put(panels),
    facts: put(facts),
  })
  const putLinear = (linear: Linear) => putColumns(packColumns(linear))
  const putBlock = (block: Block) => ({
    attentionNorm: putNorm(block.attentionNorm),
    queriesKeysValues: putLinear(block.queriesKeysValues),
    attentionOut: putLinear(block.attentionOut),
    mixNorm: putNorm(block.mixNorm),
    widen: putLinear(block.widen),
    narrow: putLinear(block.narrow),
  })
  return { take, putNorm, putLinear, putBlock }
}

/**
 * Puts a tower's weights into a kernel's memory. Its blocks are read one after the other, so that a source that gives them
 * one by one never holds them all.
 *
 * @param rowLimit the most rows that are encoded at a time: patches of a picture with the class, tokens of a text
 */
export const openTower = (kernel: TransformerKernel, tower: Tower, rowLimit: number): OpenTower => {
  const { width, heads, gelu, epsilon, causal } = tower
  const places = createPlaces(kernel)
  const blocks = Array.from(tower.blocks, places.putBlock)
  const lastNorm = places.putNorm(tower.lastNorm)
  const projection = places.putLinear(tower.projection)

  const size = width / heads
  const most = alignUp(rowLimit, ROWS)
  const shareStride = alignUp(rowLimit, 8) * 4
  const wide = Math.max(...tower.blocks.map(({ widen }) => widen.outputs))
  const state = places.take(most * width * 4)
  const normed = places.take(most * width * 4)
  const seen = places.take(most * 3 * width * 4)
  const mixed = places.take(most * width * 4)
  const widened = places.take(most * wide * 4)
  const bytes = places.take(most * wide)
  const scales = places.take(most * 8)
  const keys = places.take(size * shareStride)
  const shares = places.take(most * shareStride)
  const embedding = places.take(ROWS * tower.projection.outputs * 4)
  const floats = new Float32Array(kernel.memory.buffer)

  /** Rows of f32 times a matrix, by way of bytes. */
  const multiply = (
    rows: number,
    count: number,
    { inputs, outputs, panels, facts }: PlacedColumns,
    target: number,
    adds: boolean,
  ): void => {
    kernel.toBytes(rows, count, inputs, inputs * 4, bytes, scales)
    kernel.multiplyBytes(bytes, count, inputs, scales, panels, outputs, facts, target, outputs * 4, adds)
  }

  /** Keys of a head with the rows along, as products take them. */
  const turnKeys = (head: number, count: number): void => {
    const columns = shareStride / 4
    for (let row = 0; row < count; row += 1) {
      const from = seen / 4 + row * 3 * width + width + head * size
      for (let i = 0; i < size; i += 1) floats[keys / 4 + i * columns + row] = floats[from + i] ?? 0
    }
  }

  const attend = (count: number): void => {
    const stride = 3 * width * 4
    const usedStride = alignUp(count, 8) * 4
    for (let head = 0; head < heads; head += 1) {
      turnKeys(head, count)
      const own = seen + head * size * 4
      kernel.multiplyFloats(
        own,
        count,
        size,
        stride,
        keys,
        shareStride,
        usedStride / 4,
        32,
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

  return {
    encode: (rows, wanted) => {
      const count = rows.length / width
      floats.set(rows, state / 4)
      for (const block of blocks) {
        kernel.normalise(
          state,
          count,
          width,
          block.attentionNorm.weight,
          block.attentionNorm.bias,
          epsilon,
          normed,
        )
        multiply(normed, count, block.queriesKeysValues, seen, false)
        attend(count)
        // Of the last block no other row is looked at any more.
        const isLast = block === blocks.at(-1)
        const [first, some] = isLast ? [wanted, 1] : [0, count]
        const at = state + first * width * 4
        multiply(mixed + first * width * 4, some, block.attentionOut, at, true)
        kernel.normalise(at, some, width, block.mixNorm.weight, block.mixNorm.bias, epsilon, normed)
        multiply(normed, some, block.widen, widened, false)
        kernel.activate(widened, some, block.widen.outputs, geluKind[gelu])
        multiply(widened, some, block.narrow, at, true)
      }
      kernel.normalise(state + wanted * width * 4, 1, width, lastNorm.weight, lastNorm.bias, epsilon, normed)
      multiply(normed, 1, projection, embedding, false)
      return floats.slice(embedding / 4, embedding / 4 + projection.outputs)
    },
  }
}
