import { giveBack } from '../../core/model/tower/read-tower'
import { packColumns } from '../../core/model/tower/pack-columns'
import type { Block, Linear, Norm } from '../../core/model/tower/tower'
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

/** `value`, or the next multiple above it. */
export const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** Hands out places of a kernel's memory, one behind the other, which grows where it must. */
export const createPlaces = (kernel: TransformerKernel) => {
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
  const putLinear = (linear: Linear): PlacedColumns => {
    const { inputs, outputs, panels, facts } = packColumns(linear)
    const placed = { inputs, outputs, panels: put(panels), facts: put(facts) }
    giveBack(panels)
    return placed
  }
  const putBlock = (block: Block) => ({
    attentionNorm: putNorm(block.attentionNorm),
    queriesKeysValues: putLinear(block.queriesKeysValues),
    attentionOut: putLinear(block.attentionOut),
    mixNorm: putNorm(block.mixNorm),
    widen: putLinear(block.widen),
    narrow: putLinear(block.narrow),
  })
  return { take, put, putNorm, putLinear, putBlock }
}

export type KernelPlaces = ReturnType<typeof createPlaces>
