import { expect, it } from 'vitest'
import { clouds } from '../../../../testing/clouds'
import { train, type HeldOut } from '../train'
import type { TrainingSet } from '../training-set'
import { reliabilityOf } from './reliability'

const heldOutOf = (set: TrainingSet): HeldOut | null => {
  const work = train(set)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value.heldOut
}

it('tells of answers as sure as each other how many are right, from fifty examples on', () => {
  const set = clouds({ perClass: 30, noise: 4 })
  const bins = reliabilityOf(set, heldOutOf(set)) ?? []
  expect(bins.map(({ answers }) => answers)).toEqual([18, 18, 18, 18, 18])
  const said = bins.map((bin) => bin.said)
  expect([...said].sort((a, b) => a - b)).toEqual(said)
  // Calibrated on the same folds, so that it is near what it says as a whole.
  const [first, last] = [bins[0], bins.at(-1)]
  expect(last?.right).toBeGreaterThan(first?.right ?? 1)
  const gap = bins.reduce((sum, bin) => sum + bin.said - bin.right, 0) / bins.length
  expect(Math.abs(gap)).toBeLessThan(0.1)
  const few = clouds({ perClass: 10 })
  expect(reliabilityOf(few, heldOutOf(few))).toBeNull()
})
