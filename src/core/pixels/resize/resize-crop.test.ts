import { describe, expect, it } from 'vitest'
import { pillowCases } from '../../../testing/pixels/pillow-cases'
import { pixelPattern, rgbOf, sha256 } from '../../../testing/pixels/pixel-pattern'
import type { Fit, Resample } from '../recipe'
import { resizeCrop } from './resize-crop'
import { planResize } from './resize-plan'

const preprocess = (width: number, height: number, fit: Fit, resample: Resample) =>
  resizeCrop(pixelPattern(width, height), width, height, planResize(width, height, fit), resample)

describe('resizeCrop gives the bytes that Pillow and torchvision give', () => {
  it.each(pillowCases)('$rule', async ({ width, height, fit, resample, sha256: expected }) => {
    expect(await sha256(rgbOf(preprocess(width, height, fit, resample)))).toBe(expected)
  })

  it('shrinking a few pixels, bicubic', () => {
    const seen = preprocess(5, 3, { kind: 'crop', resizeTo: 2, width: 2, height: 2 }, 'bicubic')
    expect([...rgbOf(seen)]).toEqual([43, 99, 0, 87, 132, 47, 41, 104, 166, 109, 148, 150])
  })

  it('growing a few pixels, bilinear', () => {
    const seen = preprocess(3, 2, { kind: 'crop', resizeTo: 4, width: 4, height: 4 }, 'bilinear')
    expect([...rgbOf(seen).subarray(0, 12)]).toEqual([38, 69, 0, 57, 86, 0, 69, 103, 0, 73, 120, 0])
  })
})

it('resizeCrop ignores the fourth byte and gives an opaque picture', () => {
  const picture = pixelPattern(40, 30)
  const plan = planResize(40, 30, { kind: 'crop', resizeTo: 8, width: 8, height: 8 })
  const opaque = resizeCrop(picture, 40, 30, plan, 'bicubic')
  const transparent = resizeCrop(
    picture.map((byte, i) => (i % 4 === 3 ? 7 : byte)),
    40,
    30,
    plan,
    'bicubic',
  )
  expect(transparent).toEqual(opaque)
  expect(opaque.filter((_, i) => i % 4 === 3).every((byte) => byte === 255)).toBe(true)
})
