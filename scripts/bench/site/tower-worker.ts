import { expose } from 'comlink'
import { asComing, type Block, type Linear, type Norm, type Tower } from '../../../src/core/model/tower/tower'
import { createPlaces } from '../../../src/engine/cpu/kernel-places'
import { openTower } from '../../../src/engine/cpu/open-tower'
import { openPlacedText, placeTextTower } from '../../../src/engine/cpu/open-text-tower'
import { bytesInMemory, readThinGraph } from '../../../src/core/model/onnx/thin-graph'
import { ownVisionTowers } from '../../../src/engine/cpu/own-towers'
import { kernelModules } from '../../../src/engine/cpu/kernel-modules'
import { openTransformerKernel } from '../../../src/engine/cpu/transformer-kernel'
import { PROMPT } from './draw-photo'

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
    ...{ width, heads, gelu: 'quick', epsilon: 1e-5, causal: false, firstNorm: norm, lastNorm: norm },
    blocks: Array.from({ length: blocks }, () => block),
    projection: linear(width, 512),
  }
}

/** Encodes one picture, or the rows that one is cut into. */
let encode: (() => unknown) | undefined

/** Our own kernels, in a worker as the engine has it. */
const ownTower = {
  /** Opens the vision tower of a file. @returns why it cannot; `null` where it is open. */
  openFile: async (graphUrl: string): Promise<string | null> => {
    const bytes = new Uint8Array(await (await fetch(graphUrl)).arrayBuffer())
    const wanted = { output: 'image_embeds', edge: 224, heads: null }
    const opened = await ownVisionTowers.file(bytesInMemory(bytes), wanted)
    if ('refused' in opened) return opened.refused
    const { tower } = opened
    const pixels = Float32Array.from({ length: 3 * 224 * 224 }, (_, i) => Math.sin(i))
    encode = () => tower.encode(pixels)
    return null
  },
  /** Opens the text tower of a file. @returns bytes of memory that its weights take, or why it cannot be opened. */
  openText: async (graphUrl: string): Promise<number | string> => {
    const bytes = new Uint8Array(await (await fetch(graphUrl)).arrayBuffer())
    const kernel = openTransformerKernel(kernelModules)
    if (!kernel) return 'no SIMD'
    const found = await placeTextTower(kernel, await readThinGraph(bytesInMemory(bytes)), {
      output: 'text_embeds',
      heads: null,
    })
    if ('refused' in found) return found.refused
    const tower = openPlacedText(kernel, found.placed, found.end)
    encode = () => tower.encode(PROMPT)
    return kernel.memory.buffer.byteLength
  },
  /** Opens a tower of random weights, without the cut into patches. @returns bytes of memory that it has taken. */
  openRandom: async (shape: TowerShape): Promise<number | null> => {
    const kernel = openTransformerKernel(kernelModules)
    if (!kernel) return null
    const places = createPlaces(kernel)
    const tower = openTower(kernel, places, await places.putTower(asComing(randomTower(shape))), shape.rows)
    const rows = Float32Array.from({ length: shape.rows * shape.width }, (_, i) => Math.sin(i))
    encode = () => tower.encode(rows, 0)
    return kernel.memory.buffer.byteLength
  },
  /** @returns milliseconds that so many pictures took together, one after another. */
  run: (runs: number): number => {
    if (!encode) throw new Error('Open a tower first.')
    const startedAt = performance.now()
    for (let i = 0; i < runs; i += 1) encode()
    return performance.now() - startedAt
  },
}

/** What {@link ownTower} offers to the page. */
export type OwnTower = typeof ownTower

expose(ownTower)
