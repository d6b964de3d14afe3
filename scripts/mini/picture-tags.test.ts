import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PreTrainedTokenizer } from '@xenova/transformers'
import { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../../src/core/brands'
import { parsePreprocessorConfig } from '../../src/engine/hub/preprocessor-config'
import { takeLiterally } from '../../src/core/question/prompts/tag-prompts'
import { ask, embedTogetherOf, type TagToAsk } from '../../src/core/question/question'
import { toUnitVector } from '../../src/core/question/scoring/cosine'
import { DEFAULT_RULES } from '../../src/core/question/scoring/judge'
import { NEUTRAL_TAGS } from '../../src/core/question/scoring/neutral-tags'
import { probePictures } from '../../src/core/runtime/self-check/probe-input'
import { NO_FIXTURES, sharedFixtures } from '../fixtures/shared-models'
import { catalogue } from './draw/catalogue'
import { examine } from './examine'
import type { Rng } from './draw/prng'
import { openMini } from './runtime'
import { pickColour, trainingStyles, type SceneFacts } from './draw/scene'

/** A model with pictures that it has seen: enough to ask what a picture as a tag comes to. */
interface Seen {
  readonly scale: number
  readonly words: readonly string[]
  readonly texts: ReadonlyMap<string, UnitVector>
  readonly neutralPictures: readonly UnitVector[]
  readonly pictures: readonly { readonly name: string; readonly embedding: UnitVector }[]
}

const unit = (values: Float32Array | readonly number[] | undefined): UnitVector => {
  const vector = toUnitVector(values ?? [])
  if (vector === null) throw new Error('no direction')
  return vector
}

const PICTURE = '(picture)'

const everyday = ['car', 'document', 'motorcycle', 'truck', 'person']

/** What each picture is when `tag` is one of the tags beside these words. */
const answersWith = (
  { scale, texts, neutralPictures, pictures }: Seen,
  words: readonly string[],
  tag: number,
) => {
  const embedding = pictures[tag]?.embedding
  if (!embedding) throw new Error('no such picture')
  const tags: readonly TagToAsk[] = [
    ...words.map((text) => ({
      readings: [{ kind: 'words', text, meaning: takeLiterally(text) } as const],
      threshold: null,
    })),
    { readings: [{ kind: 'picture', text: PICTURE, embedding, neutral: neutralPictures }], threshold: null },
  ]
  const { judge } = ask(tags, ['{}'], DEFAULT_RULES).judgeBy(embedTogetherOf(texts))
  const scoring = {
    logitScale: scale,
    logitBias: 0,
    calibrated: true,
    activation: 'softmax',
    temperature: 1,
  } as const
  return pictures.map((picture) => {
    const { ranking } = judge(picture.embedding, scoring)
    return {
      name: picture.name,
      top: ranking[0]?.accepted ? ranking[0].tag : null,
      share: ranking.find((score) => score.tag === PICTURE)?.probability ?? 0,
    }
  })
}

const share = (of: readonly boolean[]): number => of.filter(Boolean).length / of.length

/** The stand-in's reference vectors; the canned pictures are run here. */
const standIn = async (fixtures: string): Promise<Seen> => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(fixtures, path), 'utf8'))
  // The fixtures' README says what the file holds.
  const known = read('reference/standin-clip.json') as {
    readonly logit_scale: number
    readonly labels: readonly string[]
    readonly text_embeds: readonly (readonly number[])[]
    readonly images: Readonly<Record<string, { readonly image_embeds: readonly number[] }>>
  }
  const recipe = parsePreprocessorConfig(read('clip-tokenizer/preprocessor_config.json'))
  if (recipe.kind !== 'done') throw new Error('no recipe')
  const session = await InferenceSession.create(
    readFileSync(join(fixtures, 'standin-clip/vision_model.onnx')),
  )
  const neutralPictures: UnitVector[] = []
  for (const planes of probePictures(recipe.value)) {
    const { width, height } = recipe.value.fit
    const output = await session.run({ pixel_values: new Tensor('float32', planes, [1, 3, height, width]) })
    const data = output.image_embeds?.data
    neutralPictures.push(unit(data instanceof Float32Array ? data : undefined))
  }
  await session.release()
  const texts = new Map(known.labels.map((label, i) => [label, unit(known.text_embeds[i])]))
  const tokenizer = new PreTrainedTokenizer(
    read('clip-tokenizer/tokenizer.json'),
    read('clip-tokenizer/tokenizer_config.json'),
  )
  const textTower = await InferenceSession.create(
    readFileSync(join(fixtures, 'standin-clip/text_model.onnx')),
  )
  for (const neutral of NEUTRAL_TAGS) {
    const ids = BigInt64Array.from(tokenizer.encode(neutral), BigInt)
    const output = await textTower.run({ input_ids: new Tensor('int64', ids, [1, ids.length]) })
    const data = output.text_embeds?.data
    texts.set(neutral, unit(data instanceof Float32Array ? data : undefined))
  }
  await textTower.release()
  return {
    scale: known.logit_scale,
    words: known.labels,
    texts,
    neutralPictures,
    pictures: Object.entries(known.images).map(([name, { image_embeds }]) => ({
      name,
      embedding: unit(image_embeds),
    })),
  }
}

/** Four drawings of each of Mini's kinds. */
const miniDrawings = async (): Promise<Seen> => {
  const mini = await openMini(join(import.meta.dirname, '../../public/models/mini'))
  const kinds = [...catalogue.keys()].filter(
    (kind) => kind % 4 === 0 || everyday.includes(catalogue[kind]?.name ?? ''),
  )
  const drawn = await examine(
    mini,
    61,
    kinds.flatMap((kind) =>
      Array.from({ length: 3 }, () => (rng: Rng): SceneFacts => ({
        kind,
        colour: pickColour(kind, rng),
        count: 1,
        style: rng.pick(trainingStyles),
      })),
    ),
  )
  const golden = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../public/models/mini/golden.json'), 'utf8'),
  ) as { readonly pictures: { readonly fp32: readonly (readonly number[])[] } }
  const words = [...catalogue.map(({ name }) => name), ...NEUTRAL_TAGS]
  const vectors = await mini.encodeTexts(words)
  const { scale } = mini
  await mini.close()
  return {
    scale,
    words,
    texts: new Map(words.map((word, i) => [word, unit(vectors[i])])),
    neutralPictures: golden.pictures.fp32.map(unit),
    pictures: drawn.map(({ kind, embedding }) => ({
      name: catalogue[kind]?.name ?? '',
      embedding: unit(embedding),
    })),
  }
}

describe('a picture as a tag, beside words', () => {
  it('is the answer to itself among Mini’s drawings, to most of its kind, and to hardly any other', async () => {
    const seen = await miniDrawings()
    const itself: boolean[] = []
    const kin: boolean[] = []
    const strangers: boolean[] = []
    const takenFromWords: boolean[] = []
    for (const [tag, { name: kind }] of seen.pictures.entries()) {
      const others = everyday.filter((word) => word !== kind)
      const named = answersWith(seen, [...others, kind], tag)
      itself.push(named[tag]?.top === PICTURE)
      for (const { name, top } of named) if (others.includes(name)) takenFromWords.push(top === PICTURE)
      const unnamed = answersWith(seen, others, tag).filter((_, i) => i !== tag)
      for (const { name, top } of unnamed)
        if (name === kind) kin.push(top === PICTURE)
        else if (!others.includes(name)) strangers.push(top === PICTURE)
    }
    expect(share(itself)).toBe(1)
    expect(share(kin)).toBeGreaterThan(0.6)
    expect(share(strangers)).toBeLessThan(0.02)
    expect(share(takenFromWords)).toBeLessThan(0.005)
  })

  it('is the answer to itself among photographs, and takes hardly any from a word', async (context) => {
    const fixtures = sharedFixtures()
    if (!fixtures) {
      context.skip(NO_FIXTURES)
      return
    }
    const seen = await standIn(fixtures)
    const itself: boolean[] = []
    const others: boolean[] = []
    for (const tag of seen.pictures.keys())
      for (const [i, { top }] of answersWith(seen, seen.words, tag).entries())
        (i === tag ? itself : others).push(top === PICTURE)
    expect(share(itself)).toBe(1)
    expect(share(others)).toBeLessThan(0.02)

    const broccoli = seen.pictures.findIndex(({ name }) => name === 'dotnet_broccoli.jpg')
    const won = answersWith(seen, everyday, broccoli).filter(({ top }) => top === PICTURE)
    expect(won.map(({ name }) => name)).toEqual(['dotnet_broccoli.jpg'])
  })
})
