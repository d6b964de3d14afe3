import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { headProbabilities } from '../../../src/core/tasks/own/head.ts'
import { logitsToProbabilities } from '../../../src/core/tasks/own/linear/loss.ts'
import { fitHead } from '../../../src/core/tasks/own/train.ts'
import { UNCALIBRATED } from '../../../src/core/tasks/own/calibrate.ts'
import { hasPython, PYTHON } from '../../formats/exports/python.ts'
import { fitQuestions, ownLogits, questionsAsJson, type FitAnswers } from './fit-questions.ts'

// Written by write-fit-golden.ts.
const golden = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'fit-golden.json'), 'utf8'),
) as FitAnswers

const furthest = (some: ArrayLike<number>, others: ArrayLike<number>): number => {
  expect(some).toHaveLength(others.length)
  return Math.max(...Array.from(some, (value, i) => Math.abs(value - (others[i] ?? NaN))))
}

const logitsOf = ({ logits }: FitAnswers, name: string): Float64Array =>
  Float64Array.from((logits[name] ?? []).flat())

describe('a head beside scikit-learn and SciPy', () => {
  it.each([...fitQuestions])('has the same logits: %s', (name, question) => {
    expect(furthest(ownLogits(question), logitsOf(golden, name))).toBeLessThan(1e-5)
  })

  // The page stops where an answer moves by no more than a third of a percent.
  it.each([...fitQuestions])('says the same on the page, to the percent: %s', (name, { set, lambda }) => {
    const choice = { lambda, calibration: UNCALIBRATED, wordsOnly: false, loudness: 'damped' } as const
    const classes = set.words.length / set.width
    const others = logitsToProbabilities(set.mode, classes, logitsOf(golden, name))
    expect(furthest(headProbabilities(fitHead(set, choice), set.vectors), others)).toBeLessThan(5e-3)
  })

  it('is said by what is installed here too', (context) => {
    if (!hasPython('numpy', 'scipy', 'sklearn'))
      context.skip(`${PYTHON} has no numpy, SciPy and scikit-learn`)
    const program = path.join(import.meta.dirname, 'fit-outside.py')
    // Printed by our own program.
    const now = JSON.parse(
      execFileSync(PYTHON, ['-B', program], {
        input: questionsAsJson(),
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    ) as FitAnswers
    expect(Object.keys(now.logits)).toEqual([...fitQuestions.keys()])
    for (const name of fitQuestions.keys())
      expect(furthest(logitsOf(now, name), logitsOf(golden, name))).toBeLessThan(1e-5)
  })
})
