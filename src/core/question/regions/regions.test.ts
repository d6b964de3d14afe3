import { describe, expect, it } from 'vitest'
import { CELLS, coverRegion, heatShares, hottestPlaces, regionHeat, REGIONS } from './regions'

const SIDE = 12
/** One channel counts pixels, so that each is known by its value; the others are plain. */
const planes = {
  tensor: Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) => (i < SIDE * SIDE ? i : 7)),
  width: SIDE,
  height: SIDE,
}
const mean = (SIDE * SIDE - 1) / 2

describe('a region of a picture', () => {
  it('is covered by the mean colour, and nothing else is', () => {
    const covered = coverRegion(planes, { column: 1, row: 2 }, 'rest')
    covered.forEach((value, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE) % SIDE]
      const isInside = x >= 2 && x < 6 && y >= 4 && y < 8
      expect(value).toBe(i < SIDE * SIDE && isInside ? mean : planes.tensor[i])
    })
  })

  it('stands alone where the rest is covered', () => {
    const alone = coverRegion(planes, { column: 4, row: 0 }, 'region')
    alone.forEach((value, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE) % SIDE]
      const isInside = x >= 8 && y < 4
      expect(value).toBe(i < SIDE * SIDE && !isInside ? mean : planes.tensor[i])
    })
  })

  it('leaves the picture that it is of as it is', () => {
    const before = planes.tensor.slice()
    coverRegion(planes, { column: 0, row: 0 }, 'rest')
    expect(planes.tensor).toEqual(before)
  })

  it('covers every cell together with the others', () => {
    const cells = new Set(
      REGIONS.flatMap(({ column, row }) =>
        [0, 1].flatMap((y) => [0, 1].map((x) => (row + y) * CELLS + column + x)),
      ),
    )
    expect(cells.size).toBe(CELLS * CELLS)
  })
})

describe('heat', () => {
  /** Of a thing that lies in one cell: it is seen alone where the region has the cell, and missed where it is covered. */
  const heatOf = (column: number, row: number) => {
    const has = REGIONS.map(
      (region) =>
        column >= region.column && column < region.column + 2 && row >= region.row && row < region.row + 2,
    )
    return regionHeat(
      has.map((is) => (is ? 30 : 20)),
      has.map((is) => (is ? 22 : 30)),
    )
  }

  it('is greatest where the thing is, wherever that is', () => {
    for (let cell = 0; cell < CELLS * CELLS; cell += 1) {
      const heat = heatOf(cell % CELLS, Math.floor(cell / CELLS))
      expect(heat[cell]).toBeCloseTo(8)
      expect(heat[cell]).toBe(Math.max(...heat))
    }
  })

  it('is told as a place, on a grid of thirds or another', () => {
    const GRID = { columns: CELLS, rows: CELLS }
    expect(hottestPlaces(heatOf(5, 0), GRID)[0]?.place).toBe('top-right')
    expect(hottestPlaces(heatOf(0, 3), GRID)[0]?.place).toBe('middle-left')
    const patches = Float64Array.from({ length: 49 }, (_, i) => (i === 6 ? 1 : 0))
    expect(hottestPlaces(patches, { columns: 7, rows: 7 })[0]?.place).toBe('top-right')
    expect(hottestPlaces(Float64Array.of(0, 1, 0, 0), { columns: 2, rows: 2 })[0]?.place).toBe('top-right')
  })

  it('is shown from the coldest to the hottest, and nowhere where all cells are alike', () => {
    const shares = heatShares(heatOf(2, 2))
    expect([Math.min(...shares), Math.max(...shares)]).toEqual([0, 1])
    expect(Math.max(...heatShares(new Float64Array(36).fill(3)))).toBe(0)
  })
})
