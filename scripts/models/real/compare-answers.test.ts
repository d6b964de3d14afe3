import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { compareAnswers, isWithin, limitsOf, SAME_FILE } from './compare-answers.ts'

const answers = (change: Partial<Answers> = {}): Answers => ({
  tokens: [[49406, 320, 736, 49407]],
  prompts: [[3, 4]],
  pictures: [[1, 0]],
  probabilities: [[0.75, 0.25]],
  ...change,
})

describe('answers of one model', () => {
  test('are the same whatever their padding and their length', () => {
    const padded = answers({ tokens: [[49406, 320, 736, 49407, 49407, 49407]], prompts: [[0.6, 0.8]] })
    const comparison = compareAnswers(padded, answers())
    expect(comparison.otherTokens).toEqual([])
    expect(comparison.prompts).toBeCloseTo(0, 12)
    expect(isWithin(comparison, SAME_FILE)).toBe(true)
  })

  test('differ by a token, by a direction and by a probability, each told', () => {
    const other = answers({
      tokens: [[49406, 320, 737, 49407]],
      pictures: [[0, 1]],
      probabilities: [[0.5, 0.5]],
    })
    expect(compareAnswers(answers(), other)).toEqual({
      otherTokens: [0],
      prompts: 0,
      pictures: 1,
      probabilities: 0.25,
    })
  })

  test.each([
    ['another token', { tokens: [[1]] }],
    ['another dimension', { pictures: [[1, 0, 0]] }],
    ['a picture less', { pictures: [] }],
    ['a direction that is none', { prompts: [[0, 0]] }],
  ])('with %s are outside of every limit that there is', (_what, change) => {
    expect(isWithin(compareAnswers(answers(), answers(change)), limitsOf('fp16'))).toBe(false)
  })

  test('without a scale on one side have no probabilities to compare', () => {
    expect(compareAnswers(answers(), answers({ probabilities: null })).probabilities).toBeNull()
  })
})
