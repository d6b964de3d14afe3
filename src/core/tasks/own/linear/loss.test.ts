import { describe, expect, it } from 'vitest'
import { normals } from '../../../../testing/clouds'
import { NO, UNKNOWN, YES } from '../training-set'
import { crossEntropy, curvatures, type LossTargets } from './loss'

const CLASSES = 3
const ROWS = 7

const randoms = (seed: number): Float64Array => Float64Array.from({ length: ROWS * CLASSES }, normals(seed))

const targetsOf = (mode: LossTargets['mode']): LossTargets => {
  const isSingle = mode === 'single'
  const labels = Int8Array.from({ length: ROWS * CLASSES }, (_, at) => {
    const isYes = at % CLASSES === Math.floor(at / CLASSES) % CLASSES
    return isYes ? YES : isSingle || at % 4 > 0 ? NO : UNKNOWN
  })
  // One row of one label counts nothing, and no other as much as the next.
  const weights = Float64Array.from(labels, (_, at) => (isSingle ? Math.floor(at / CLASSES) : at) / 3)
  return { mode, classes: CLASSES, labels, weights, certainty: 0.9 }
}

describe('second derivatives of the loss', () => {
  it.each(['single', 'multi'] as const)('are what its first ones change by: %s', (mode) => {
    const targets = targetsOf(mode)
    const [logits, one, other] = [randoms(1), randoms(2), randoms(3)]
    /** The first derivatives along both directions, after a step along one of them. */
    const slopes = (along: Float64Array, by: number) => {
      const residual = new Float64Array(logits.length)
      crossEntropy(
        targets,
        logits.map((value, i) => value + by * (along[i] as number)),
        residual,
      )
      const slope = (direction: Float64Array) =>
        residual.reduce((sum, value, i) => sum + value * (direction[i] as number), 0)
      return [slope(one), slope(other)] as const
    }
    const step = 1e-5
    const change = (along: Float64Array, which: 0 | 1) =>
      (slopes(along, step)[which] - slopes(along, -step)[which]) / (2 * step)
    const residual = new Float64Array(logits.length)
    crossEntropy(targets, logits, residual)
    const [aa, ab, bb] = curvatures(targets, residual, one, other)
    expect(aa).toBeCloseTo(change(one, 0), 6)
    expect(ab).toBeCloseTo(change(one, 1), 6)
    expect(bb).toBeCloseTo(change(other, 1), 6)
  })
})
