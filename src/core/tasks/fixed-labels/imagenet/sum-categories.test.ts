import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Probability } from '../../../brands'
import { toClassLogits } from '../class-logits'
import { classProbabilities } from '../rank-classes'
import { DEFAULT_TAGS } from '../../../tags/tag-list'
import { imagenetCategories, mappedClasses } from './class-layout'
import { CATEGORIES } from './category'
import { sumCategories } from './sum-categories'

/** A thousand labels: ours where a class was decided on, made-up ones elsewhere. */
const labels = Array.from({ length: 1000 }, (_, index) => {
  const known = mappedClasses.find(([mapped]) => mapped === index)
  return known ? `${known[1]}, in other words` : `thing ${index}`
})

describe('the classes that were decided on', () => {
  it('are each of the thousand, and decided once', () => {
    const indices = mappedClasses.map(([index]) => index)
    expect(new Set(indices).size).toBe(indices.length)
    for (const index of indices) expect(index >= 0 && index < 1000).toBe(true)
  })

  it.each([
    [436, 'car'],
    [817, 'car'],
    [867, 'truck'],
    [670, 'motorcycle'],
    [549, 'document'],
    [982, 'person'],
    // A railway coach, whatever its name.
    [705, 'other'],
    // A computer.
    [681, 'other'],
    [0, 'other'],
    [999, 'other'],
  ] as const)('class %d counts as %s, with a background class before it as without', (index, category) => {
    expect(imagenetCategories(labels)?.[index]).toBe(category)
    expect(imagenetCategories(['background', ...labels])?.[index + 1]).toBe(category)
  })

  it('fall into the tags that the app starts with', () => {
    expect(CATEGORIES).toEqual(DEFAULT_TAGS)
    expect(new Set(mappedClasses.map(([, , category]) => category))).toEqual(new Set(CATEGORIES))
  })
})

describe('imagenetCategories', () => {
  it('finds the classes with and without a background', () => {
    const found = imagenetCategories(labels)
    expect(found).toHaveLength(1000)
    expect(imagenetCategories(['background', ...labels])).toEqual(['other', ...(found ?? [])])
  })

  it('knows lists that give other synonyms and join words by underscores', () => {
    const renamed = labels.map((label, i) => (i % 3 === 0 ? `renamed ${i}` : label.replaceAll(' ', '_')))
    expect(imagenetCategories(renamed)).toEqual(imagenetCategories(labels))
  })

  it.each([
    ['ten labels', labels.slice(0, 10)],
    ['a thousand others', Array.from({ length: 1000 }, (_, i) => `plant ${i}`)],
    ['the same in another order', [...labels].reverse()],
    ['labels without names', Array.from({ length: 1000 }, (_, i) => `LABEL_${i}`)],
    ['a thousand and one that begin at 0', [...labels, 'background']],
  ])('is null for %s', (_, others) => {
    expect(imagenetCategories(others)).toBeNull()
  })
})

describe('sumCategories', () => {
  const outputs = fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 1001, maxLength: 1001 })
  const probabilitiesOf = (values: readonly number[]): readonly Probability[] => {
    const logits = toClassLogits(Float32Array.from(values))
    return logits ? classProbabilities(logits) : []
  }

  it('leaves nothing out and counts nothing twice', () => {
    fc.assert(
      fc.property(outputs, fc.boolean(), (values, hasBackground) => {
        const probabilities = probabilitiesOf(hasBackground ? values : values.slice(1))
        fc.pre(probabilities.length > 0)
        const categories = imagenetCategories(hasBackground ? ['background', ...labels] : labels)
        const shares = sumCategories(probabilities, categories ?? [])
        expect(shares.map(({ category }) => category)).toEqual(CATEGORIES)
        expect(shares.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
      }),
      { numRuns: 20 },
    )
  })

  it('gives each category the sum of its classes', () => {
    const probabilities = labels.map(() => 0 as Probability)
    probabilities[717] = 0.3 as Probability
    probabilities[867] = 0.2 as Probability
    probabilities[817] = 0.5 as Probability
    expect(
      sumCategories(probabilities, imagenetCategories(labels) ?? []).map(({ probability }) => probability),
    ).toEqual([0.5, 0, 0, 0.5, 0, 0])
  })
})
