import { describe, expect, it } from 'vitest'
import type { LoadRequest } from '../../protocol/inference-api'
import {
  calling,
  fixing,
  giving,
  lookingUp,
  masking,
  taking,
  type Adapt,
} from '../../testing/color-model/adapt-graph'
import { buildColorModel } from '../../testing/color-model/build-color-model'
import { createInferenceApi } from './create-inference-api'

const DIMENSION = 5
const SIDE = 32
const LONGEST = 16
const PROMPTS = ['red', 'a photo of a green thing', 'blue', 'white and black']
const { signal } = new AbortController()

const request = (files: ReturnType<typeof buildColorModel>): LoadRequest => ({
  source: { kind: 'disk', id: 'test/colours' },
  revision: '',
  files: { kind: 'blobs', blobs: new Map([...files].map(([path, content]) => [path, new Blob([content])])) },
  kept: true,
  runtime: { device: 'wasm', build: 'wasm', threads: 1, dtypes: ['fp32'], textDtypes: ['fp32'] },
  dtype: null,
  allowFallbackAdapter: false,
  towers: 'both',
  fault: null,
  gpuBatches: [4],
})

const pictures = [0.5, -1, 2].map((value, i) =>
  Float32Array.from({ length: 3 * SIDE * SIDE }, (_, at) => (at < SIDE * SIDE * (i + 1) ? value : -value)),
)

/** What a model of these graphs makes of three pictures and four prompts, or why it is refused. */
const answersOf = async (adapt: { readonly vision?: Adapt; readonly text?: Adapt }) => {
  const api = createInferenceApi()
  const loaded = await api.load(request(buildColorModel(adapt)), () => undefined, signal)
  if (loaded.kind !== 'done') return loaded
  const seen = await api.embedPictures(pictures, signal)
  const read = await api.embedPrompts(PROMPTS, signal)
  if (seen.kind !== 'done') return seen
  if (read.kind !== 'done') return read
  const rows = [
    ...seen.value.map((encoding) => (encoding.kind === 'embedding' ? encoding.embedding : [])),
    ...read.value.map(({ embedding }) => embedding),
  ]
  return rows.flatMap((row) => [...row])
}

const both =
  (...steps: readonly Adapt[]): Adapt =>
  (graph) =>
    steps.reduce((changed, step) => step(changed), graph)

describe('a graph is run as it says itself, with the same numbers:', async () => {
  const expected = await answersOf({})
  if (!Array.isArray(expected)) throw new Error(JSON.stringify(expected))

  it.each<[string, { readonly vision?: Adapt; readonly text?: Adapt }, number?]>([
    ['ids of 32 bits', { text: taking('input_ids', 'int32') }],
    ['a fixed length', { text: fixing('input_ids', ['texts', LONGEST]) }],
    ['one text at a time, of a fixed length', { text: fixing('input_ids', [1, LONGEST]) }],
    ['three texts at a time', { text: fixing('input_ids', [3, 'sequence']) }],
    ['an attention mask', { text: masking }],
    [
      'an attention mask and a fixed length',
      { text: both(masking, fixing('input_ids', ['texts', LONGEST])) },
    ],
    ['positions', { text: lookingUp('position_ids', LONGEST, DIMENSION) }],
    ['types of tokens', { text: lookingUp('token_type_ids', 1, DIMENSION) }],
    ['other names', { text: calling('input_ids', 'text'), vision: calling('pixel_values', 'image') }],
    [
      'other names of what it gives',
      { text: calling('text_embeds', 'sentence_embedding'), vision: calling('image_embeds', 'embedding') },
    ],
    ['one picture at a time', { vision: fixing('pixel_values', [1, 3, SIDE, SIDE]) }],
    ['two pictures at a time', { vision: fixing('pixel_values', [2, 3, SIDE, SIDE]) }],
    ['texts in half precision', { text: giving('text_embeds', 'float16') }, 1e-3],
    [
      'pictures in half precision, in and out',
      { vision: both(giving('image_embeds', 'float16'), taking('pixel_values', 'float16')) },
      1e-3,
    ],
  ])('%s', async (_, adapt, tolerance = 1e-5) => {
    const answers = await answersOf(adapt)
    if (!Array.isArray(answers)) throw new Error(JSON.stringify(answers))
    expect(answers).toHaveLength(expected.length)
    for (const [i, value] of answers.entries())
      expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(tolerance)
  })

  it.each<[string, { readonly vision?: Adapt; readonly text?: Adapt }, string]>([
    ['pictures of another size', { vision: fixing('pixel_values', ['batch', 3, 64, 64]) }, '64 x 64'],
    ['pictures as whole numbers', { vision: taking('pixel_values', 'int32') }, 'int32'],
    ['ids as broken numbers', { text: taking('input_ids', 'float32') }, 'float32'],
    ['an input that no one knows', { text: lookingUp('pixel_mask', 16, DIMENSION) }, 'pixel_mask'],
  ])('%s is refused by name', async (_, adapt, detail) => {
    expect(await answersOf(adapt)).toMatchObject({
      kind: 'failed',
      error: { code: 'UNSUPPORTED_MODEL', detail: expect.stringContaining(detail) as string },
    })
  })
})
