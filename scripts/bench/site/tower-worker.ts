import { expose } from 'comlink'
import type { Block, Linear, Norm, Tower } from '../../../src/core/model/tower/tower'
import { openTower, type OpenTower } from '../../../src/engine/cpu/open-tower'
import { openTransformerKernel } from '../../../src/engine/cpu/transformer-kernel'
import kernelBytes from '../../../src/engine/cpu/transformer-kernel.as.ts?wasm-bytes'

/** What the size of a vision tower is. */
export interface TowerShape {
  readonly width: number
  readonly heads: number
  readonly blocks: number
  /** Patches of a picture, with the class. */
  readonly rows: number
}

const linear = (inputs: number, outputs: number): Linear => ({
  ...{ inputs, outputs },
  weight: Float32Array.from({ length: inputs * outputs }, () => (Math.random() - 0.5) / Math.sqrt(inputs)),
  bias: new Float32Array(outputs),
})

/** A tower of random weights. Its blocks have the same, since speed is all that is asked of them. */
const randomTower = ({ width, heads, blocks }: TowerShape): Tower => {
  const norm: Norm = { weight: new Float32Array(width).fill(1), bias: new Float32Array(width) }
  const block: Block = {
    ...{ attentionNorm: norm, mixNorm: norm },
    queriesKeysValues: linear(width, 3 * width),
    attentionOut: linear(width, width),
    widen: linear(width, 4 * width),
    narrow: linear(4 * width, width),
  }
  return {
    ...{ width, heads, gelu: 'quick', epsilon: 1e-5, causal: false, lastNorm: norm },
    blocks: Array.from({ length: blocks }, () => block),
    projection: linear(width, 512),
  }
}

let opened: { readonly tower: OpenTower; readonly rows: Float32Array } | undefined

/** Our own tower, in a worker as the engine would have it: everything but the cut into patches. */
const ownTower = {
  /** @returns bytes of memory that it has taken; `null` where this browser has no relaxed SIMD. */
  open: (shape: TowerShape): number | null => {
    const kernel = openTransformerKernel(kernelBytes)
    if (!kernel) return null
    const tower = openTower(kernel, randomTower(shape), shape.rows)
    opened = { tower, rows: Float32Array.from({ length: shape.rows * shape.width }, (_, i) => Math.sin(i)) }
    return kernel.memory.buffer.byteLength
  },
  /** @returns milliseconds that so many pictures took together, one after another. */
  run: (runs: number): number => {
    if (!opened) throw new Error('Open a tower first.')
    const startedAt = performance.now()
    for (let i = 0; i < runs; i += 1) opened.tower.encode(opened.rows, 0)
    return performance.now() - startedAt
  },
}

/** What {@link ownTower} offers to the page. */
export type OwnTower = typeof ownTower

expose(ownTower)
