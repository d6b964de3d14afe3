import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../core/brands'
import { readTag, takeLiterally } from '../core/prompts/tag-prompts'
import { DEFAULT_RULES } from '../core/scoring/judge'
import { unitVector } from '../testing/fake-engine'
import { createLoadedModel } from '../testing/loaded-model'
import { askLabels } from './label-question'

const VECTORS = new Map([
  ['car', unitVector(1, 0, 0)],
  ['automobile', unitVector(0, 1, 0)],
  ['a car', unitVector(1, 0, 1)],
  ['toy', unitVector(0.9, 0.1, 0)],
  ['tree', unitVector(-1, 0, 0)],
])

/** What `labels` come to for a picture, by the label as it was given. */
const ask = (labels: readonly string[], picture: UnitVector, templates = ['{}'], read = readTag) => {
  const question = askLabels(labels, templates, DEFAULT_RULES, read)
  const embeddings = question.prompts.map((prompt) => VECTORS.get(prompt) ?? unitVector(0, 0, -1))
  const scoring = { ...createLoadedModel(), temperature: 1 }
  const judgement = question.judgeBy(embeddings)
  if (judgement.kind !== 'done') throw new Error(judgement.kind)
  const { ranking } = judgement.value(picture, scoring)
  return { prompts: question.prompts, of: Object.fromEntries(ranking.map((score) => [score.tag, score])) }
}

describe('labels of a call', () => {
  it('are averaged over their phrasings and templates', () => {
    const between = unitVector(1, 1, 0)
    expect(ask(['car | automobile'], between).of).toMatchObject({
      'car | automobile': { index: 0, cosine: expect.closeTo(1, 5) as number },
    })
    const inTwo = ask(['car'], unitVector(1, 0, 0), ['{}', 'a {}'])
    // (1, 0, 0) and (1, 0, 1) / sqrt(2) together.
    expect(inTwo.of).toMatchObject({ car: { cosine: expect.closeTo(Math.cos(Math.PI / 8), 5) as number } })
  })

  it('fall where what they are not fits better, and their cosine stays', () => {
    const toy = VECTORS.get('toy') ?? unitVector(1, 0, 0)
    const alone = ask(['car', 'tree'], toy)
    const beside = ask(['car -toy', 'tree'], toy)
    expect(beside.of).toMatchObject({ 'car -toy': { cosine: alone.of.car?.cosine } })
    expect(beside.of['car -toy']?.logit).toBeLessThan(alone.of.car?.logit ?? 0)
  })

  it('are prompts as they stand where they are taken to the letter', () => {
    const { prompts } = ask(['car | automobile', 'car -toy'], unitVector(1, 0, 0), ['{}'], takeLiterally)
    expect(prompts.slice(0, 2)).toEqual(['car | automobile', 'car -toy'])
    expect(prompts).not.toContain('toy')
  })

  it('ask for each prompt once', () => {
    const { prompts } = ask(['car | automobile', 'automobile -car', 'other'], unitVector(1, 0, 0))
    expect(new Set(prompts).size).toBe(prompts.length)
    expect(prompts).toEqual(expect.arrayContaining(['car', 'automobile', 'other', 'thing']))
  })
})
