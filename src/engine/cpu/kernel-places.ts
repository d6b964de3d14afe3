import { packColumns } from '../../core/model/tower/pack-columns'
import { giveBack } from '../../core/model/tower/give-back'
import type { ComingBlock, ComingTower, Linear, Norm, Tower } from '../../core/model/tower/tower'
import type { TransformerKernel } from './transformer-kernel'

/** Addresses of a matrix. */
export interface PlacedColumns {
  readonly inputs: number
  readonly outputs: number
  readonly panels: number
  readonly facts: number
}

export interface PlacedNorm {
  readonly weight: number
  readonly bias: number
}

export interface PlacedBlock {
  readonly attentionNorm: PlacedNorm
  readonly queriesKeysValues: PlacedColumns
  readonly attentionOut: PlacedColumns
  readonly mixNorm: PlacedNorm
  readonly widen: PlacedColumns
  readonly narrow: PlacedColumns
}

/** A tower whose weights lie in a kernel's memory: numbers and addresses, which can be written down. */
export interface PlacedTower extends Pick<Tower, 'width' | 'heads' | 'gelu' | 'epsilon' | 'causal'> {
  readonly firstNorm: PlacedNorm | null
  readonly blocks: readonly PlacedBlock[]
  readonly lastNorm: PlacedNorm
  readonly projection: PlacedColumns
}

/** `value`, or the next multiple above it. */
export const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** The first address that a kernel's weights may have. */
export const firstPlace = ({ heapBase }: Pick<TransformerKernel, 'heapBase'>): number =>
  alignUp(heapBase(), 64)

/**
 * Hands out places of a kernel's memory, one behind the other, which grows where it must.
 * @param from the first address
 */
export const createPlaces = (kernel: TransformerKernel, from = firstPlace(kernel)) => {
  let end = from
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
  const putLinear = (linear: Linear): PlacedColumns => {
    const { inputs, outputs, panels, facts } = packColumns(linear)
    const placed = { inputs, outputs, panels: put(panels), facts: put(facts) }
    giveBack(panels)
    return placed
  }
  /** One that is read for this alone: its memory is given back at once. */
  const putComing = async (linear: () => Promise<Linear>): Promise<PlacedColumns> => {
    const read = await linear()
    const placed = putLinear(read)
    giveBack(read.weight)
    return placed
  }
  const putBlock = async (block: ComingBlock): Promise<PlacedBlock> => ({
    attentionNorm: putNorm(await block.attentionNorm()),
    queriesKeysValues: await putComing(block.queriesKeysValues),
    attentionOut: await putComing(block.attentionOut),
    mixNorm: putNorm(await block.mixNorm()),
    widen: await putComing(block.widen),
    narrow: await putComing(block.narrow),
  })
  /** Weights are read one after the other, and let go when they are placed. */
  const putTower = async ({
    width,
    heads,
    gelu,
    epsilon,
    causal,
    ...tower
  }: ComingTower): Promise<PlacedTower> => {
    const firstNorm = tower.firstNorm && putNorm(tower.firstNorm)
    const blocks: PlacedBlock[] = []
    for (const block of tower.blocks) blocks.push(await putBlock(block))
    return {
      ...{ width, heads, gelu, epsilon, causal, firstNorm, blocks },
      lastNorm: putNorm(tower.lastNorm),
      projection: putLinear(tower.projection),
    }
  }
  return {
    ...{ take, put, putTower },
    /** Behind the last place. */
    end: () => end,
  }
}

export type KernelPlaces = ReturnType<typeof createPlaces>
