import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planResize } from './resize-plan'

const square = (size: number) => ({ kind: 'crop', resizeTo: size, width: size, height: size }) as const

describe('planResize', () => {
  it.each([
    ['cuts the long side off, it does not round', 1600, 1067, 224, [335, 224], [56, 0]],
    ['rounds a half down to an even offset', 384, 303, 224, [283, 224], [30, 0]],
    ['rounds a half up to an even offset', 448, 172, 224, [583, 224], [180, 0]],
    ['measures a tall picture by its width', 826, 1158, 224, [224, 314], [0, 45]],
    ['keeps a square whole', 631, 631, 256, [256, 256], [0, 0]],
    ['bears a single column', 1, 30000, 224, [224, 6720000], [0, 3359888]],
  ] as const)('%s', (_, width, height, size, resized, crop) => {
    const plan = planResize(width, height, square(size))
    expect([plan.resizedWidth, plan.resizedHeight]).toEqual(resized)
    expect([plan.cropX, plan.cropY]).toEqual(crop)
  })

  it('gives an offset below zero where the crop is larger than the resized picture', () => {
    const fit = { kind: 'crop', resizeTo: 64, width: 101, height: 67 } as const
    expect(planResize(300, 200, fit)).toMatchObject({
      resizedWidth: 96,
      cropX: -2,
      resizedHeight: 64,
      cropY: -1,
    })
  })

  it('forces both sides where the recipe squashes', () => {
    const plan = planResize(640, 404, { kind: 'squash', width: 384, height: 256 })
    expect(plan).toEqual({
      resizedWidth: 384,
      resizedHeight: 256,
      cropX: 0,
      cropY: 0,
      width: 384,
      height: 256,
    })
  })

  it('keeps the crop inside the resized picture, in its middle', () => {
    const side = fc.integer({ min: 1, max: 70000 })
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 512 }), (width, height, size) => {
        const plan = planResize(width, height, square(size))
        const right = plan.resizedWidth - plan.cropX - size
        const bottom = plan.resizedHeight - plan.cropY - size
        expect(Math.min(plan.cropX, plan.cropY, right, bottom)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(plan.cropX - right)).toBeLessThanOrEqual(1)
        expect(Math.abs(plan.cropY - bottom)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
