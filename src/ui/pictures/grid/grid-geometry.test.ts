import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_SIZES } from '../../../core/preferences/card-sizes'
import { cellsInBand, gridGeometry } from './grid-geometry'

describe('gridGeometry', () => {
  it('fills the width to the pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 4000 }),
        fc.integer({ min: CARD_SIZES.least, max: CARD_SIZES.most }),
        (width, size) => {
          const { columns, cellWidth, gap } = gridGeometry(width, size, false)
          expect(columns * cellWidth + (columns + 1) * gap).toBeCloseTo(width, 6)
        },
      ),
    )
  })

  it('has fewer columns of larger cards, two at least of the usual ones', () => {
    const columns = (size: number) => gridGeometry(900, size, false).columns
    expect([80, 148, 250, 400].map(columns)).toEqual([9, 5, 3, 2])
    expect(gridGeometry(260, CARD_SIZES.usual, false).columns).toBe(2)
    expect(gridGeometry(360, CARD_SIZES.most, false).columns).toBe(1)
  })

  it('has room for names', () => {
    expect(gridGeometry(900, 148, true).cellHeight).toBeGreaterThan(gridGeometry(900, 148, false).cellHeight)
  })
})

describe('cellsInBand', () => {
  // Columns begin at 10, 120, 230; rows at 10, 160, 310.
  const geometry = { columns: 3, cellWidth: 100, cellHeight: 140, gap: 10 }
  const cells = (start: number, top: number, end: number, bottom: number, count = 9) =>
    cellsInBand({ start, top, end, bottom }, geometry, count)

  it('takes every cell that it touches', () => {
    expect(cells(50, 50, 150, 200)).toEqual([0, 1, 3, 4])
  })

  it('touches a cell at its first and its last pixel', () => {
    expect(cells(0, 0, 10, 10)).toEqual([0])
    expect(cells(109, 20, 109, 20)).toEqual([0])
  })

  it('takes nothing in a gap', () => {
    expect(cells(112, 20, 118, 100)).toEqual([])
  })

  it('ends with the last picture', () => {
    expect(cells(0, 0, 400, 1000, 5)).toEqual([0, 1, 2, 3, 4])
  })
})
