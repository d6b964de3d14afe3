import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisWeights, sourceRange, weightBits } from './pillow-coefficients'

const one = 2 ** weightBits
const resample = fc.constantFrom('bilinear', 'bicubic')

const tapsOf = ({ count, weights, stride }: ReturnType<typeof axisWeights>, i: number): number[] =>
  Array.from(weights.subarray(i * stride, i * stride + (count[i] ?? 0)))

describe('axisWeights', () => {
  it('gives weights that sum to one, up to their rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 400 }),
        resample,
        (sourceSize, resizedSize, filter) => {
          const axis = axisWeights(sourceSize, resizedSize, 0, resizedSize, filter)
          for (let i = 0; i < resizedSize; i++) {
            const taps = tapsOf(axis, i)
            const sum = taps.reduce((total, weight) => total + weight, 0)
            expect(Math.abs(sum - one)).toBeLessThanOrEqual(taps.length / 2)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  it('gives a crop the same weights that the whole picture has there', () => {
    const whole = axisWeights(1600, 335, 0, 335, 'bicubic')
    const kept = axisWeights(1600, 335, 56, 224, 'bicubic')
    for (let i = 0; i < 224; i++) expect(tapsOf(kept, i)).toEqual(tapsOf(whole, 56 + i))
    expect(kept.first).toEqual(whole.first.slice(56, 280))
  })

  it('copies where nothing is resized', () => {
    const axis = axisWeights(9, 9, 0, 9, 'bicubic')
    for (let i = 0; i < 9; i++) {
      const taps = tapsOf(axis, i)
      expect(
        taps.map((weight, tap) => [tap + (axis.first[i] ?? 0), weight]).filter(([, weight]) => weight),
      ).toEqual([[i, one]])
    }
  })

  it('has no taps outside the picture', () => {
    const axis = axisWeights(10, 20, -3, 26, 'bilinear')
    expect(Array.from(axis.count, (taps) => taps > 0)).toEqual([
      ...Array<boolean>(3).fill(false),
      ...Array<boolean>(20).fill(true),
      ...Array<boolean>(3).fill(false),
    ])
  })
})

describe('sourceRange', () => {
  it('spans what a crop of the middle needs and no more', () => {
    const axis = axisWeights(1000, 100, 40, 20, 'bilinear')
    expect(sourceRange(axis)).toEqual({ start: 395, end: 605 })
  })

  it('is empty where no position lies in the picture', () => {
    const { start, end } = sourceRange(axisWeights(10, 10, 50, 5, 'bilinear'))
    expect(end - start).toBe(0)
  })
})
