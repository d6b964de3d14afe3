import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsInBand, gridGeometry } from './grid-geometry'

describe('gridGeometry', () => {
  it('fills the width to the pixel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 240, max: 4000 }), (width) => {
        const { columns, cellWidth, gap } = gridGeometry(width)
        expect(columns * cellWidth + (columns + 1) * gap).toBeCloseTo(width, 6)
      }),
    )
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
