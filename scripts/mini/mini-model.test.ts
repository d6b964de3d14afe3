import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePreprocessorConfig } from '../../src/engine/hub/preprocessor-config'
import { probePictures } from '../../src/core/runtime/self-check/probe-input'
import { cosine, drawingToTensor } from './examine'
import { openMini, type MiniRuntime } from './runtime'
import { drawSample, samples } from './draw/samples'

const folder = join(import.meta.dirname, '../../public/models/mini')
const tags = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

let mini: MiniRuntime

beforeAll(async () => {
  mini = await openMini(folder)
})
afterAll(() => mini.close())

async function vectorOf(text: string): Promise<Float32Array> {
  const [vector] = await mini.encodeTexts([text])
  if (vector === undefined) throw new Error('no vector')
  return vector
}

describe('the pair that ships', () => {
  it.each(samples)('names the $colour $kind of the first visit', async (sample) => {
    const [picture] = await mini.encodePictures(drawingToTensor(drawSample(sample)), 1)
    if (picture === undefined) throw new Error('no embedding')
    const cosines = (await mini.encodeTexts(tags)).map((tag) => cosine(picture, tag))
    expect(tags[cosines.indexOf(Math.max(...cosines))]).toBe(sample.kind)
  })

  it('gives a tag the same vector in any template', async () => {
    const bare = await vectorOf('red car')
    expect(cosine(bare, await vectorOf('A photo of a red car.'))).toBeGreaterThan(0.9999)
  })

  it('gives all unknown words one and the same vector', async () => {
    const one = await vectorOf('zorp')
    expect(cosine(one, await vectorOf('a photo of a quibbling flarn'))).toBeGreaterThan(0.9999)
  })

  it('runs an empty prompt as an unknown one', async () => {
    expect(cosine(await vectorOf(''), await vectorOf('zorp'))).toBeGreaterThan(0.9999)
  })

  it('travels with text vectors of this very text tower', async () => {
    // Written by write-text-vectors.ts.
    const { vectors } = JSON.parse(readFileSync(join(folder, 'text-vectors.json'), 'utf8')) as {
      vectors: Record<string, number[]>
    }
    for (const tag of tags) {
      const stored = Float32Array.from(vectors[`a photo of a ${tag}`] ?? [])
      expect(cosine(stored, await vectorOf(`a photo of a ${tag}`))).toBeCloseTo(1, 3)
    }
  })

  it('travels with golden vectors of this very vision tower, which tell the canned pictures apart', async () => {
    // Written by write-golden.ts.
    const golden = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8')) as {
      recipe: string
      pictures: { fp32: number[][] }
    }
    const config = JSON.parse(readFileSync(join(folder, 'preprocessor_config.json'), 'utf8')) as unknown
    const recipe = parsePreprocessorConfig(config)
    if (recipe.kind !== 'done') throw new Error('the recipe cannot be read')
    expect(golden.recipe).toBe(recipe.value.key)
    const pictures = probePictures(recipe.value)
    const planes = Float32Array.from(pictures.flatMap((picture) => [...picture]))
    const vectors = await mini.encodePictures(planes, pictures.length)
    const known = golden.pictures.fp32.map((row) => Float32Array.from(row))
    expect(known).toHaveLength(2)
    vectors.forEach((vector, i) => expect(cosine(vector, known[i]!)).toBeCloseTo(1, 4))
    expect(cosine(known[0]!, known[1]!)).toBeLessThan(0.9)
  })

  it('takes 4 MB at most, all files together', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      statSync(join(folder, file)),
    )
    const bytes = files.filter((file) => file.isFile()).reduce((sum, file) => sum + file.size, 0)
    expect(bytes).toBeLessThanOrEqual(4_000_000)
  })
})
