import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Logit, UnitVector } from '../brands'
import { cosine, toUnitVector } from './cosine'
import { rankTags, type Scoring } from './ranking'
import { softmax } from './activations'

const unit = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (vector === null) throw new Error('a test vector has no direction')
  return vector
}
const scoring: Scoring = { logitScale: 100, logitBias: 0, activation: 'softmax', temperature: 1 }
const logits = fc.array(fc.double({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 50 })

describe('softmax', () => {
  it('sums to 1 and stays between 0 and 1', () => {
    fc.assert(
      fc.property(logits, (values) => {
        const shares = softmax(values as Logit[])
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true)
      }),
    )
  })

  it('does not change when every logit is shifted alike', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -1000, max: 1000, noNaN: true }), (values, shift) => {
        const before = softmax(values as Logit[])
        const after = softmax(values.map((value) => value + shift) as Logit[])
        before.forEach((share, i) => {
          expect(after[i]).toBeCloseTo(share, 8)
        })
      }),
    )
  })

  it('gives no shares where nothing was asked', () => {
    expect(softmax([])).toEqual([])
  })
})

describe('rankTags', () => {
  const tags = [
    { tag: 'red', embedding: unit(1, 0, 0) },
    { tag: 'green', embedding: unit(0, 1, 0) },
    { tag: 'blue', embedding: unit(0, 0, 1) },
  ]
  const rank = (picture: UnitVector, list = tags, options = scoring) =>
    rankTags(
      list.map(({ tag }) => tag),
      list.map(({ embedding }) => cosine(picture, embedding)),
      options,
    )

  it('puts the nearest tag first and keeps each tag’s place in the list', () => {
    expect(rank(unit(0.1, 0.9, 0.2)).map(({ tag, index, rank }) => [tag, index, rank])).toEqual([
      ['green', 1, 0],
      ['blue', 2, 1],
      ['red', 0, 2],
    ])
  })

  it('gives each tag the same scores in whatever order the tags are listed', () => {
    const picture = unit(0.3, 0.2, 0.9)
    const cosineByTag = (list: typeof tags) =>
      Object.fromEntries(rank(picture, list).map((score) => [score.tag, score.cosine]))
    expect(cosineByTag([...tags].reverse())).toEqual(cosineByTag(tags))
  })

  it('is flatter at a higher temperature, in the same order', () => {
    const picture = unit(0.5, 0.45, 0.4)
    const sharp = rank(picture)
    const flat = rank(picture, tags, { ...scoring, temperature: 10 })
    expect(flat.map(({ tag }) => tag)).toEqual(sharp.map(({ tag }) => tag))
    expect(flat[0]?.probability).toBeLessThan(sharp[0]?.probability ?? 0)
  })

  it('judges each tag alone where the model was trained so', () => {
    const siglip: Scoring = { logitScale: 10, logitBias: -5, activation: 'sigmoid', temperature: 1 }
    const picture = unit(0.5, 0.45, 0.4)
    const [alone] = rank(picture, tags.slice(0, 1), siglip)
    const among = rank(picture, tags, siglip).find(({ tag }) => tag === alone?.tag)
    expect(among?.probability).toBe(alone?.probability)
    // A cosine of 0.638 makes a logit of 1.38, and 1 / (1 + exp(-1.38)) is 0.800.
    expect(alone?.probability).toBeCloseTo(0.8, 3)
  })
})

describe('unit vectors', () => {
  it('refuse what has no direction', () => {
    expect(toUnitVector([0, 0])).toBeNull()
    expect(toUnitVector([NaN, 1])).toBeNull()
    expect(toUnitVector([Infinity, 1])).toBeNull()
  })

  it('of two models are not compared', () => {
    expect(() => cosine(unit(1, 0), unit(1, 0, 0))).toThrow(/2 and 3/)
  })
})
