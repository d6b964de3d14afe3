import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Logit, UnitVector } from '../../brands'
import { cosine, toUnitVector } from './cosine'
import { inverseSigmoid, logSumExp, sigmoid, softmax } from './activations'

const unit = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (vector === null) throw new Error('a test vector has no direction')
  return vector
}
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

describe('logSumExp', () => {
  it('makes a softmax over one and many a sigmoid', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -200, max: 200, noNaN: true }), (values, one) => {
        const [share] = softmax([one, ...values] as Logit[])
        expect(sigmoid(one - logSumExp(values as Logit[]))).toBeCloseTo(share ?? NaN, 9)
      }),
    )
  })

  it('of nothing is nothing', () => {
    expect(logSumExp([])).toBe(-Infinity)
  })
})

it('a sigmoid is taken back by its inverse', () => {
  expect(inverseSigmoid(sigmoid(1.7))).toBeCloseTo(1.7, 9)
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
