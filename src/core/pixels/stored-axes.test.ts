import { describe, expect, it } from 'vitest'
import { orientations } from '../../testing/pixels/orientations'
import { axisWeights } from './resize/pillow-coefficients'
import { planResize } from './resize/resize-plan'
import { mirrorAxis, storedAxes } from './stored-axes'

describe('mirrorAxis', () => {
  it('begins where the axis ended, with the taps in reverse', () => {
    const axis = axisWeights(10, 4, 1, 2, 'bilinear')
    const mirrored = mirrorAxis(axis, 10)
    const taps = ({ count, weights, stride }: typeof axis, i: number) =>
      Array.from(weights.subarray(i * stride, i * stride + count[i]!))
    expect(taps(mirrored, 0)).toEqual(taps(axis, 1).reverse())
    expect(mirrored.first[0]).toBe(10 - axis.first[1]! - axis.count[1]!)
  })

  it('undoes itself', () => {
    const axis = axisWeights(97, 31, -2, 35, 'bicubic')
    const twice = mirrorAxis(mirrorAxis(axis, 97), 97)
    expect(twice.weights).toEqual(axis.weights)
    for (const [i, count] of axis.count.entries()) if (count > 0) expect(twice.first[i]).toBe(axis.first[i])
  })
})

it.each(orientations)(
  'EXIF orientation $exif: a stored axis has the length of its side',
  ({ exif, orientation }) => {
    const plan = planResize(30, 20, { kind: 'squash', width: 3, height: 2 })
    const { columns, rows, rowsFirst } = storedAxes(30, 20, plan, 'bilinear', orientation)
    expect(rowsFirst).toBe(exif >= 5)
    expect([columns.first.length, rows.first.length]).toEqual(rowsFirst ? [2, 3] : [3, 2])
  },
)
