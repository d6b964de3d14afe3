import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../brands'
import { readTag, takeLiterally } from './prompts/tag-prompts'
import { DEFAULT_RULES } from './scoring/judge'
import { toUnitVector } from './scoring/cosine'
import { ask, embedTogetherOf, type TagReading } from './question'

const unitVector = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (vector === null) throw new Error('a test vector has no direction')
  return vector
}

const VECTORS = new Map([
  ['car', unitVector(1, 0, 0)],
  ['automobile', unitVector(0, 1, 0)],
  ['a car', unitVector(1, 0, 1)],
  ['toy', unitVector(0.9, 0.1, 0)],
  ['tree', unitVector(-1, 0, 0)],
])

const SCORING = {
  logitScale: 100,
  logitBias: 0,
  calibrated: true,
  activation: 'softmax',
  temperature: 1,
} as const

const inWords = (text: string, read = readTag): TagReading => ({ kind: 'words', text, meaning: read(text) })

const once = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())]

/** What `labels` come to for a picture, by the label as it was given. */
const askLabels = (labels: readonly string[], picture: UnitVector, templates = ['{}'], read = readTag) => {
  const tags = labels.map((text) => ({ readings: [inWords(text, read)], threshold: null }))
  const question = ask(tags, templates, DEFAULT_RULES)
  const prompts = once(question.prompts)
  const embeddings = prompts.map((prompt) => [prompt, VECTORS.get(prompt) ?? unitVector(0, 0, -1)] as const)
  const { ranking } = question.judgeBy(embedTogetherOf(new Map(embeddings))).judge(picture, SCORING)
  return { prompts, of: Object.fromEntries(ranking.map((score) => [score.tag, score])) }
}

describe('labels of a call', () => {
  it('are averaged over their phrasings and templates', () => {
    const between = unitVector(1, 1, 0)
    expect(askLabels(['car | automobile'], between).of).toMatchObject({
      'car | automobile': { index: 0, cosine: expect.closeTo(1, 5) as number },
    })
    const inTwo = askLabels(['car'], unitVector(1, 0, 0), ['{}', 'a {}'])
    // (1, 0, 0) and (1, 0, 1) / sqrt(2) together.
    expect(inTwo.of).toMatchObject({ car: { cosine: expect.closeTo(Math.cos(Math.PI / 8), 5) as number } })
  })

  it('fall where what they are not fits better, and their cosine stays', () => {
    const toy = VECTORS.get('toy') ?? unitVector(1, 0, 0)
    const alone = askLabels(['car', 'tree'], toy)
    const beside = askLabels(['car -toy', 'tree'], toy)
    expect(beside.of).toMatchObject({ 'car -toy': { cosine: alone.of.car?.cosine } })
    expect(beside.of['car -toy']?.logit).toBeLessThan(alone.of.car?.logit ?? 0)
  })

  it('are prompts as they stand where they are taken to the letter', () => {
    const { prompts } = askLabels(
      ['car | automobile', 'car -toy'],
      unitVector(1, 0, 0),
      ['{}'],
      takeLiterally,
    )
    expect(prompts.slice(-2)).toEqual(['car | automobile', 'car -toy'])
    expect(prompts).not.toContain('toy')
  })

  it('ask for each prompt once', () => {
    const { prompts } = askLabels(['car | automobile', 'automobile -car', 'other'], unitVector(1, 0, 0))
    expect(new Set(prompts).size).toBe(prompts.length)
    expect(prompts).toEqual(expect.arrayContaining(['car', 'automobile', 'other', 'thing']))
  })
})

describe('a tag that is being typed', () => {
  const typed = { readings: [inWords('automobile'), inWords('car')], threshold: null }
  const tree = { readings: [inWords('tree')], threshold: null }
  const judgeWith = (...prompts: readonly string[]) =>
    ask([tree, typed], ['{}'], DEFAULT_RULES).judgeBy(
      embedTogetherOf(
        new Map(prompts.map((prompt) => [prompt, VECTORS.get(prompt) ?? unitVector(0, 0, -1)])),
      ),
    )

  it('keeps its bar until the new text is embedded, which is asked for before the other tags', () => {
    expect(judgeWith('tree', 'car').tags.map(({ text }) => text)).toEqual(['tree', 'car'])
    expect(judgeWith('tree', 'car', 'automobile').tags.map(({ text }) => text)).toEqual([
      'tree',
      'automobile',
    ])
    const [, first] = ask([tree, typed], ['{}'], DEFAULT_RULES).prompts
    expect(first).toEqual(['automobile'])
  })

  it('leaves a tag out of which nothing is embedded, and the others stay', () => {
    const { tags, judge } = judgeWith('tree')
    expect(tags.map(({ text }) => text)).toEqual(['tree'])
    expect(judge(unitVector(-1, 0, 0), SCORING).ranking.map(({ tag }) => tag)).toEqual(['tree'])
  })
})

it('a neutral text that is a tag is beaten by itself no longer, and stands in while that is typed over', () => {
  const thing = { readings: [inWords('thing')], threshold: null }
  expect(ask([thing], ['{}'], DEFAULT_RULES).prompts[0]).not.toContain('thing')
  const typed = { readings: [inWords('thingy'), inWords('thing')], threshold: null }
  expect(ask([typed], ['{}'], DEFAULT_RULES).prompts[0]).toContain('thing')
})

describe('a picture as a tag', () => {
  /** What every picture of a model has in common: two that show different things are at a cosine of 0.5. */
  const shows = (...what: number[]) => unitVector(1, ...what, 0)
  const neutral = [shows(0, 0, 0, 1)]
  const apple = { readings: [inWords('apple')], threshold: null }
  const pictureTag = {
    readings: [{ kind: 'picture', text: 'p.jpg', embedding: shows(1, 0, 0, 0), neutral } as const],
    threshold: null,
  }
  /** Texts are far from every picture; the one that names something is a little nearer to it. */
  const text = (own: number) => unitVector(0.25, own, 0, 0, 0, 0.93)
  const judgeIt = (picture: UnitVector) =>
    ask([apple, pictureTag], ['{}'], DEFAULT_RULES)
      .judgeBy((prompts) => (prompts[0] === 'apple' ? text(0.1) : text(0)))
      .judge(picture, SCORING)

  it('is compared as it is, and asks for no prompt', () => {
    expect(ask([pictureTag], ['{}'], DEFAULT_RULES).prompts.slice(1).flat()).toEqual([])
    const { ranking } = judgeIt(shows(1, 0, 0, 0))
    expect(ranking[0]).toMatchObject({ tag: 'p.jpg', cosine: expect.closeTo(1, 6) as number, accepted: true })
  })

  it('fits no other picture for being a picture, though it is far nearer than any word', () => {
    const { ranking, rejected } = judgeIt(shows(0, 1, 0, 0))
    const [word, tag] = ['apple', 'p.jpg'].map((name) => ranking.find((score) => score.tag === name))
    expect(tag?.cosine).toBeGreaterThan(2 * (word?.cosine ?? 1))
    expect(tag).toMatchObject({ rank: 1, accepted: false })
    expect(rejected).toBe(true)
  })

  it('comes between where the picture is something like it', () => {
    const logits = [0, 0.5, 1].map(
      (other) => judgeIt(shows(1, other, 0, 0)).ranking.find(({ tag }) => tag === 'p.jpg')?.logit ?? NaN,
    )
    expect(logits).toEqual([...logits].sort((a, b) => b - a))
  })
})
