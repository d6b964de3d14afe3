import { expect, it } from 'vitest'
import { packWeights } from './pack-weights'
import { axisWeights } from './pillow-coefficients'

it.each([
  ['shrinking', 97, 31],
  ['growing', 5, 31],
])('two halves make each weight again, when %s', (_, sourceSize, resizedSize) => {
  const axis = axisWeights(sourceSize, resizedSize, -1, resizedSize + 2, 'bicubic')
  const { steps, halves } = packWeights(axis)
  let step = 0
  for (const [i, count] of axis.count.entries()) {
    expect(steps[i]! * 4 - count).toBeOneOf([0, 1, 2, 3])
    for (let tap = 0; tap < steps[i]! * 4; tap++) {
      const at = (step + Math.floor(tap / 4)) * 8 + (tap % 4)
      const weight = halves[at]! * 2048 + halves[at + 4]!
      expect(weight).toBe(tap < count ? axis.weights[i * axis.stride + tap] : 0)
    }
    step += steps[i]!
  }
  expect(halves.length).toBe(step * 8)
})
