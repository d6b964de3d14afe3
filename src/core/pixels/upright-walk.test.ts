import { describe, expect, it } from 'vitest'
import { copyUpright, type Orientation, uprightWalk } from './upright-walk'

/** Six pixels as they look upright, and how each EXIF orientation (TIFF 6.0, tag 274) stores them. */
const upright = ['abc', 'def']
const stored: readonly (readonly [number, Orientation, readonly string[]])[] = [
  [1, { rotation: 0, flip: false }, ['abc', 'def']],
  [2, { rotation: 0, flip: true }, ['cba', 'fed']],
  [3, { rotation: 180, flip: false }, ['fed', 'cba']],
  [4, { rotation: 180, flip: true }, ['def', 'abc']],
  [5, { rotation: 90, flip: true }, ['ad', 'be', 'cf']],
  [6, { rotation: 90, flip: false }, ['cf', 'be', 'ad']],
  [7, { rotation: 270, flip: true }, ['fc', 'eb', 'da']],
  [8, { rotation: 270, flip: false }, ['da', 'eb', 'fc']],
]

const codes = (rows: readonly string[]) => Uint32Array.from(rows.join(''), (letter) => letter.charCodeAt(0))

const regions = [
  { x: 0, y: 0, width: 3, height: 2 },
  { x: 1, y: 0, width: 2, height: 1 },
  { x: 1, y: 1, width: 1, height: 1 },
  { x: 2, y: 0, width: 1, height: 2 },
]

describe('a region is read upright', () => {
  it.each(stored)('from EXIF orientation %i', (_, orientation, rows) => {
    for (const region of regions) {
      const walk = uprightWalk(region, 3, 2, orientation)
      const { x, y, width, height } = walk.stored
      const source = codes(rows.slice(y, y + height).map((row) => row.slice(x, x + width)))
      const seen = new Uint32Array(region.width * region.height)
      copyUpright(source, seen, region.width, walk)
      const expected = upright
        .slice(region.y, region.y + region.height)
        .map((row) => row.slice(region.x, region.x + region.width))
      expect(seen).toEqual(codes(expected))
    }
  })
})
