import { describe, expect, it } from 'vitest'
import { bytesInMemory } from '../../core/model/onnx/thin-graph'
import { CLIP_VISION } from '../../testing/onnx/transformer-parts'
import { CLIP_TEXT, END_TOKEN, writeTextTransformer } from '../../testing/onnx/write-text-transformer'
import { SIDE, writeTransformer } from '../../testing/onnx/write-transformer'
import { ownTextTowers, ownVisionTowers } from './own-towers'
import { codeOf, packWeights, unpackWeights } from './packed-weights'
import { kernelModules } from './kernel-modules'
import { openTransformerKernel } from './transformer-kernel'

const vision = { edge: SIDE, heads: 4 }
const text = { heads: 4 }

const openVision = async (shape = CLIP_VISION) => {
  const opened = await ownVisionTowers.file(bytesInMemory(writeTransformer(shape)), {
    ...vision,
    output: null,
  })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

const openText = async (shape = CLIP_TEXT) => {
  const opened = await ownTextTowers.file(bytesInMemory(writeTextTransformer(shape)), {
    ...text,
    output: null,
  })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

const pixels = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) => Math.sin(i))
const TEXTS = [
  [1, END_TOKEN],
  [1, 17, 44, 90, END_TOKEN],
]

/** The same file with one byte changed. */
const changedAt = async (blob: Blob, at: number): Promise<Blob> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return new Blob([bytes])
}

describe('a tower of packed weights', () => {
  it.each(['fp32', 'fp16', 'q8'] as const)(
    'sees what the tower of the %s file sees, to the bit',
    async (weights) => {
      const { tower, pack } = await openVision({ ...CLIP_VISION, weights })
      // What was run before is not packed with it.
      const expected = tower.encode(pixels)
      const packed = await ownVisionTowers.packed(pack(), vision)
      expect(packed?.encode(pixels)).toEqual(expected)
      expect(packed?.output).toBe(tower.output)
      expect(packed?.encode(pixels)).toEqual(expected)
    },
  )

  it.each(['fp32', 'fp16', 'q8'] as const)(
    'reads what the tower of the %s file reads, to the bit',
    async (weights) => {
      const { tower, pack } = await openText({ ...CLIP_TEXT, weights })
      const packed = await ownTextTowers.packed(pack(), text)
      for (const ids of TEXTS) expect(packed?.encode(ids)).toEqual(tower.encode(ids))
      expect(packed?.length).toBe(tower.length)
      expect(() => packed?.encode([-1])).toThrow(RangeError)
    },
  )

  it('does not open where it was cut off, or a byte has changed', async () => {
    const packed = (await openVision()).pack()
    for (const length of [0, 3, 16, 500, packed.size - 64, packed.size - 1])
      expect(await ownVisionTowers.packed(packed.slice(0, length), vision)).toBeNull()
    for (const at of [0, 4, 8, 12, 40, 5000, packed.size - 1])
      expect(await ownVisionTowers.packed(await changedAt(packed, at), vision)).toBeNull()
    expect(await ownVisionTowers.packed(new Blob([packed, new Uint8Array(64)]), vision)).toBeNull()
  })

  it('does not open for pictures of another size, or another number of heads', async () => {
    const packed = (await openVision()).pack()
    expect(await ownVisionTowers.packed(packed, { ...vision, edge: 64 })).toBeNull()
    expect(await ownVisionTowers.packed(packed, { ...vision, heads: 8 })).toBeNull()
    expect(await ownTextTowers.packed((await openText()).pack(), { heads: 2 })).toBeNull()
  })

  it('of other kernels is not taken', async () => {
    const kernel = openTransformerKernel(kernelModules)
    if (!kernel) throw new Error('this browser has no SIMD')
    kernel.memory.grow(1)
    const end = Math.ceil(kernel.heapBase() / 64) * 64 + 128
    const [code, other] = [codeOf(kernel.module), codeOf(kernel.module.slice(0, -1))]
    const packed = packWeights(kernel, code, { a: 1 }, end)
    expect(await unpackWeights(kernel, code, packed)).toEqual({ placed: { a: 1 }, end })
    expect(await unpackWeights(kernel, other, packed)).toBeNull()
  })
})
