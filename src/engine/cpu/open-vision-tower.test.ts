import * as ort from 'onnxruntime-web/wasm'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { beforeAll, describe, expect, it } from 'vitest'
import { bytesInMemory } from '../../core/model/onnx/thin-graph'
import { normals } from '../../testing/clouds'
import { CLIP_VISION, type TransformerShape } from '../../testing/onnx/transformer-parts'
import { SIDE, writeTransformer } from '../../testing/onnx/write-transformer'
import { bytesOfBlob } from './blob-bytes'
import { ownVisionTowers } from './own-towers'

beforeAll(() => {
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmPaths = { wasm }
})

const WANTED = { output: 'image_embeds', edge: SIDE, heads: 4 }

const open = async (bytes: Uint8Array<ArrayBuffer>) => {
  const opened = await ownVisionTowers.file(bytesOfBlob(new Blob([bytes])), WANTED)
  return 'refused' in opened ? opened : opened.tower
}

/** Largest cosine distance of some pictures' embeddings to ONNX Runtime's. */
const distance = async (graph: Uint8Array<ArrayBuffer>): Promise<number> => {
  const own = await open(graph)
  if ('refused' in own) throw new Error(own.refused)
  const session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
  const normal = normals(5)
  const distances: number[] = []
  for (let picture = 0; picture < 4; picture += 1) {
    const pixels = Float32Array.from({ length: 3 * SIDE * SIDE }, () => normal())
    const fed = { pixel_values: new ort.Tensor('float32', pixels, [1, 3, SIDE, SIDE]) }
    const { image_embeds: output } = await session.run(fed)
    const known = Array.from(output?.data as Float32Array)
    const seen = Array.from(own.encode(pixels))
    const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
    distances.push(1 - dot(known, seen) / Math.sqrt(dot(known, known) * dot(seen, seen)))
  }
  await session.release()
  return Math.max(...distances)
}

describe('a vision tower of a file gives ONNX Runtime’s embeddings, near enough:', () => {
  it.each<[string, Partial<TransformerShape>]>([
    ['fp32', {}],
    ['fp16', { weights: 'fp16' }],
    ['8 bits', { weights: 'q8' }],
    ['heads with the pictures in one axis', { heads: 'together' }],
    ['queries and keys scaled', { scaled: 'both' }],
    ['scores scaled', { scaled: 'scores' }],
    ['norms as one op', { plainNorms: false }],
    ['no norm before the first block', { normsFirst: false }],
    ['the last norm before the class is taken', { normsAll: true }],
    ['a GELU of the error function', { activation: 'erf' }],
    ['a GELU of tanh', { activation: 'tanh' }],
  ])('%s', async (_, shape) => {
    expect(await distance(writeTransformer({ ...CLIP_VISION, ...shape }))).toBeLessThan(2e-3)
  })
})

describe('what is no tower of CLIP’s is refused, with what was not found:', () => {
  it.each<[Partial<TransformerShape>, string]>([
    [{ activation: 'relu' }, 'blocks'],
    [{ pooling: 'attention' }, 'projection'],
  ])('%j', async (shape, refused) => {
    expect(await open(writeTransformer({ ...CLIP_VISION, ...shape }))).toEqual({ refused })
  })

  it('a file for whose weights there is no memory', async () => {
    const bytes = bytesInMemory(writeTransformer(CLIP_VISION))
    const file = {
      ...bytes,
      read: (from: number, to: number) =>
        to - from > 4096
          ? Promise.reject(new RangeError('Array buffer allocation failed'))
          : bytes.read(from, to),
    }
    expect(await ownVisionTowers.file(file, WANTED)).toEqual({ refused: 'memory' })
  })

  it('a file that ends early', async () => {
    const graph = writeTransformer(CLIP_VISION)
    for (const share of [0, 0.3, 0.6, 0.9])
      expect(await open(graph.slice(0, graph.length * share))).toHaveProperty('refused')
  })
})
