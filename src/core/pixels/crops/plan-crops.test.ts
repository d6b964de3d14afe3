import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pixelPattern } from '../../../testing/pixels/pixel-pattern'
import type { Fit } from '../recipe'
import { resizeCrop } from '../resize/resize-crop'
import { planResize } from '../resize/resize-plan'
import { cropFrames, frameOfCrops, haveGaps, MOST_CROPS, planCrops } from './plan-crops'

const CLIP: Fit = { kind: 'crop', resizeTo: 224, width: 224, height: 224 }

const cropsOf = (width: number, height: number, fit: Fit = CLIP) => planCrops(planResize(width, height, fit))

describe('crops of a picture', () => {
  it.each([
    ['a square', 500, 500, 1],
    ['4:3', 4000, 3000, 1],
    ['3:2, rounded', 1023, 683, 2],
    ['16:9', 1920, 1080, 3],
    ['a page of a phone', 1170, 2532, 3],
    ['3:1', 3000, 1000, 4],
    ['a panorama', 9000, 1000, MOST_CROPS],
  ])('of %s (%d x %d): %d', (_, width, height, count) => {
    expect(cropsOf(width, height)).toHaveLength(count)
  })

  it('none where the model sees the whole picture out of proportion, or all but its rim', () => {
    expect(cropsOf(4000, 1000, { kind: 'squash', width: 224, height: 224 })).toHaveLength(1)
    const rim: Fit = { kind: 'squash', width: 224, height: 224, resized: { width: 256, height: 256 } }
    expect(cropsOf(4000, 1000, rim)).toHaveLength(1)
  })

  it('go from end to end in order, the next within two thirds of one where they are not too many', () => {
    const side = fc.integer({ min: 40, max: 6000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const crops = cropsOf(width, height)
        if (crops.length === 1) return
        const starts = crops.map(({ cropX, cropY }) => (width > height ? cropX : cropY))
        const { resizedWidth, resizedHeight } = planResize(width, height, CLIP)
        expect(starts[0]).toBe(0)
        expect(starts.at(-1)).toBe(Math.max(resizedWidth, resizedHeight) - 224)
        const steps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0))
        if (crops.length < MOST_CROPS)
          expect(Math.max(...steps)).toBeLessThanOrEqual(Math.ceil((224 * 2) / 3))
        const frame = frameOfCrops(crops)
        expect([frame.left, frame.top]).toEqual([0, 0])
        expect([frame.width, frame.height]).toEqual([expect.closeTo(1), expect.closeTo(1)])
      }),
    )
  })

  it('are told as shares of the picture, from left to right', () => {
    expect(cropFrames({ width: 448, height: 224 }, CLIP).map(({ left, width }) => [left, width])).toEqual([
      [0, 0.5],
      [0.25, 0.5],
      [0.5, 0.5],
    ])
  })

  it('leave nothing out of a picture up to six times as long as one, and say so of a longer one', () => {
    const gapsOf = (width: number, height: number) => haveGaps(cropFrames({ width, height }, CLIP))
    expect([gapsOf(5900, 1000), gapsOf(1000, 5900), gapsOf(1000, 1000)]).toEqual([false, false, false])
    expect([gapsOf(6100, 1000), gapsOf(1000, 6100), gapsOf(10_000, 10)]).toEqual([true, true, true])
  })

  it('have the pixels that the resized picture has there', () => {
    const fit: Fit = { kind: 'crop', resizeTo: 20, width: 20, height: 20 }
    const picture = pixelPattern(90, 40)
    const plan = planResize(90, 40, fit)
    const whole = resizeCrop(picture, 90, 40, { ...plan, cropX: 0, width: 45 }, 'bicubic')
    const crops = planCrops(plan)
    expect(crops.map(({ cropX }) => cropX)).toEqual([0, 12, 25])
    for (const crop of crops) {
      const pixels = resizeCrop(picture, 90, 40, crop, 'bicubic')
      for (let y = 0; y < 20; y += 1)
        expect(pixels.subarray(y * 80, (y + 1) * 80)).toEqual(
          whole.subarray((y * 45 + crop.cropX) * 4, (y * 45 + crop.cropX + 20) * 4),
        )
    }
  })
})
