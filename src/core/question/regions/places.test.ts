import { describe, expect, it } from 'vitest'
import { gridOf, heatOfPlaces, mirrorPlanes } from './places'

describe('the grid of places', () => {
  it.each([
    [49, 224, 224, { columns: 7, rows: 7 }],
    [24, 384, 256, { columns: 6, rows: 4 }],
    [50, 224, 224, null],
    [1, 224, 224, null],
    [0, 224, 224, null],
  ])('of %d over %d x %d', (places, width, height, grid) => {
    expect(gridOf(places, width, height)).toEqual(grid)
  })
})

it('a mirror turns left to right in each plane', () => {
  const tensor = Float32Array.from({ length: 12 }, (_, i) => i)
  expect([...mirrorPlanes({ tensor, width: 2, height: 2 })]).toEqual([1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10])
})

describe('the heat of places', () => {
  const grid = { columns: 2, rows: 2 }
  const scores = (...places: readonly (readonly number[])[]) =>
    places.map((place) => Float64Array.from(place))
  const plain = scores([4, 0], [1, 1], [1, 1], [0, 2])

  it('is what a place scores for a label more than for all on average', () => {
    expect(heatOfPlaces([plain], grid, 'there').map((heat) => [...heat])).toEqual([
      [2, 0, 0, -1],
      [-2, 0, 0, 1],
    ])
  })

  it('is the other way round where vectors are of the picture without the place', () => {
    expect([...(heatOfPlaces([plain], grid, 'without')[1] ?? [])]).toEqual([2, 0, 0, -1])
  })

  it('is the mean of the picture and its mirror, each place on its own side', () => {
    const mirrored = scores([1, 1], [4, 0], [0, 2], [1, 1])
    expect(heatOfPlaces([plain, mirrored], grid, 'there')).toEqual(heatOfPlaces([plain], grid, 'there'))
  })

  it('of a single label is what it scores', () => {
    expect([...(heatOfPlaces([scores([1], [2], [3], [4])], grid, 'there')[0] ?? [])]).toEqual([1, 2, 3, 4])
  })
})
