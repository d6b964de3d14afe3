import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BARS, toScoreHistogram } from './score-histogram'

test('a histogram counts every score once, and says what each threshold keeps', () => {
  const score = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  )
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      const { bars, atLeast, count } = toScoreHistogram([...scores, NaN])
      expect(bars.length).toBe(BARS)
      expect(bars.reduce((sum, bar) => sum + bar, 0)).toBe(scores.length)
      expect(count).toBe(scores.length)
      expect([...atLeast]).toEqual(
        Array.from({ length: 101 }, (_, percent) => scores.filter((each) => each >= percent / 100).length),
      )
    }),
    { seed: 42 },
  )
})
