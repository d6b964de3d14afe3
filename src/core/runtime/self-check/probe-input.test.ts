import { describe, expect, it } from 'vitest'
import type { Fit, Recipe } from '../../pixels/recipe'
import { probePictures } from './probe-input'

const recipeOf = (fit: Fit): Recipe => ({
  key: 'test',
  fit,
  resample: 'bicubic',
  rescale: 1,
  mean: [0, 0, 0],
  std: [1, 1, 1],
})
const square = (side: number): Recipe => recipeOf({ kind: 'crop', resizeTo: side, width: side, height: side })

const mean = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

describe.each([32, 64, 224, 256, 384])('the canned pictures at %i', (side) => {
  const pictures = probePictures(square(side))

  it('fill the tensor that the recipe asks for with bytes', () => {
    expect(pictures.map(({ length }) => length)).toEqual([3 * side * side, 3 * side * side])
    for (const picture of pictures)
      expect(picture.every((value) => value >= 0 && value <= 255 && Number.isInteger(value))).toBe(true)
  })

  it('have many values in each channel, and are far from one another', () => {
    for (const picture of pictures)
      for (const channel of [0, 1, 2])
        expect(
          new Set(picture.subarray(channel * side * side, (channel + 1) * side * side)).size,
        ).toBeGreaterThan(20)
    const [a, b] = pictures
    expect(mean(a!.map((value, i) => Math.abs(value - b![i]!)))).toBeGreaterThan(60)
  })

  it('are the same each time', () => {
    const again = probePictures(square(side))
    expect(again.every((picture, i) => picture.every((value, j) => value === pictures[i]?.[j]))).toBe(true)
  })
})

it('the canned pictures are made for recipes that are not square too, and normalised', () => {
  const recipe = { ...recipeOf({ kind: 'squash', width: 40, height: 20 }), mean: [255, 255, 255] } as const
  const [picture] = probePictures(recipe)
  expect(picture?.length).toBe(3 * 40 * 20)
  expect(Math.max(...picture!)).toBeLessThanOrEqual(0)
})
