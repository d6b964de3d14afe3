import * as ort from 'onnxruntime-web/wasm'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  CLIP_TEXT,
  END_TOKEN,
  LONGEST,
  type TextShape,
  VOCABULARY,
  writeTextTransformer,
} from '../../testing/onnx/write-text-transformer'
import { bytesOfBlob } from './blob-bytes'
import { ownTextTowers } from './own-towers'

beforeAll(() => {
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmPaths = { wasm }
})

const open = async (bytes: Uint8Array<ArrayBuffer>) => {
  const opened = await ownTextTowers.file(bytesOfBlob(new Blob([bytes])), {
    ...{ output: 'text_embeds', heads: 4 },
  })
  return 'refused' in opened ? opened : opened.tower
}

/** Texts of some lengths, each with its end; behind the end of the last one is padding, as some tokenizers leave it. */
const TEXTS = [
  [1, 17, END_TOKEN],
  [1, 8, 93, 4, 55, 2, END_TOKEN],
  Array.from({ length: LONGEST }, (_, i) => (i === LONGEST - 1 ? END_TOKEN : (i * 29) % 90)),
  [1, 33, 70, END_TOKEN, 0, 0],
]

const cosineDistance = (a: readonly number[], b: readonly number[]): number => {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, each, i) => sum + each * (y[i] ?? 0), 0)
  return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

/** Largest cosine distance of some texts' embeddings to ONNX Runtime's. */
const distance = async (graph: Uint8Array<ArrayBuffer>): Promise<number> => {
  const own = await open(graph)
  if ('refused' in own) throw new Error(own.refused)
  const session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
  const distances: number[] = []
  for (const text of TEXTS) {
    const tensor = (values: readonly number[]) =>
      new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
    const fed: Record<string, ort.Tensor> = {
      input_ids: tensor(text),
      attention_mask: tensor(text.map(() => 1)),
      position_ids: tensor(text.map((_, i) => i)),
    }
    const { text_embeds: output } = await session.run(
      Object.fromEntries(session.inputNames.flatMap((name) => (fed[name] ? [[name, fed[name]]] : []))),
    )
    distances.push(cosineDistance(Array.from(output?.data as Float32Array), Array.from(own.encode(text))))
  }
  await session.release()
  return Math.max(...distances)
}

describe('a text tower of a file gives ONNX Runtime’s embeddings, near enough:', () => {
  it.each<[string, Partial<TextShape>]>([
    ['fp32', {}],
    ['fp16', { weights: 'fp16' }],
    ['8 bits', { weights: 'q8' }],
    ['8 bits, positions sliced from a constant', { weights: 'q8', positions: 'sliced' }],
    ['a mask that is a constant', { mask: 'constant', positions: 'sliced' }],
    ['scores put in place by a mask', { mask: 'put in place' }],
    ['a mask with that of padding', { mask: 'fed' }],
    ['positions that are fed', { positions: 'fed' }],
    ['heads with the texts in one axis', { heads: 'together', mask: 'constant' }],
    ['queries and keys scaled', { scaled: 'both', plainNorms: false }],
    ['scores scaled', { scaled: 'scores' }],
    ['the end by its id', { end: 'id' }],
    ['the end by its id, taken by places', { end: 'id', taken: 'by places', weights: 'fp16' }],
    ['the last norm after the end is taken', { normsAll: false, taken: 'by places' }],
    ['a GELU of the error function', { activation: 'erf' }],
    ['a GELU of tanh', { activation: 'tanh' }],
  ])('%s', async (_, shape) => {
    expect(await distance(writeTextTransformer({ ...CLIP_TEXT, ...shape }))).toBeLessThan(2e-3)
  })
})

describe('what is no text tower of CLIP’s is refused, with what was not found:', () => {
  it.each<[Partial<TextShape>, string]>([
    [{ activation: 'relu' }, 'blocks'],
    [{ mask: 'none' }, 'mask'],
    [{ end: 'last' }, 'end token'],
  ])('%j', async (shape, refused) => {
    expect(await open(writeTextTransformer({ ...CLIP_TEXT, ...shape }))).toEqual({ refused })
  })

  it('a file that ends early', async () => {
    const graph = writeTextTransformer(CLIP_TEXT)
    for (const share of [0, 0.3, 0.6, 0.9])
      expect(await open(graph.slice(0, graph.length * share))).toHaveProperty('refused')
  })

  it('a token that there is no row for', async () => {
    const own = await open(writeTextTransformer(CLIP_TEXT))
    if ('refused' in own) throw new Error(own.refused)
    for (const ids of [[1, VOCABULARY], [-1, END_TOKEN], Array.from({ length: LONGEST + 1 }, () => 1)])
      expect(() => own.encode(ids)).toThrow(RangeError)
  })
})
