import { describe, expect, it } from 'vitest'
import { fastReductionOf, wasReadFast } from './reduction'
import type { Fit } from './recipe'

const clip: Fit = { kind: 'crop', resizeTo: 224, width: 224, height: 224 }

describe('a picture that is read fast', () => {
  it.each([
    ['of 12 megapixels, turned either way', 4000, 3000, clip, 2],
    ['on its side', 3000, 4000, clip, 2],
    ['of 48 megapixels', 8000, 6000, clip, 4],
    ['whose half is four times the square, to the pixel', 1792, 1792, clip, 2],
    ['a pixel below', 1791, 4000, clip, undefined],
    ['a panorama, whose short side decides', 12_000, 1000, clip, undefined],
    ['for a larger square', 4000, 3000, { ...clip, resizeTo: 378 }, undefined],
    ['for a square that it is forced into', 4000, 3000, { kind: 'squash', width: 256, height: 256 }, 2],
    [
      'for a square of which the middle is kept',
      4000,
      3000,
      { kind: 'squash', width: 224, height: 224, resized: { width: 438, height: 438 } },
      undefined,
    ],
  ] as const)('%s', (_what, width, height, fit, reduction) => {
    expect(fastReductionOf({ width, height }, fit)).toBe(reduction)
  })

  it('is told from one that was too large to be decoded whole', () => {
    expect(wasReadFast({ width: 4000, height: 3000, reducedBy: 2 })).toBe(true)
    expect(wasReadFast({ width: 4000, height: 3000, reducedBy: 1 })).toBe(false)
    expect(wasReadFast({ width: 12_000, height: 9000, reducedBy: 2 })).toBe(false)
    expect(wasReadFast({ width: 12_000, height: 9000, reducedBy: 8 })).toBe(true)
  })
})
