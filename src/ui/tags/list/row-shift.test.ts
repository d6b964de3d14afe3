import { expect, it } from 'vitest'
import { placeUnder, rowShift } from './row-shift'

it('rows between the old and the new place make room', () => {
  expect([0, 1, 2, 3, 4].map((index) => rowShift(index, 1, 3))).toEqual([0, 0, -1, -1, 0])
  expect([0, 1, 2, 3, 4].map((index) => rowShift(index, 3, 1))).toEqual([0, 1, 1, 0, 0])
})

it('a row takes the nearest place and stays in the list', () => {
  expect(placeUnder(1, 50, 32, 5)).toBe(3)
  expect(placeUnder(1, -400, 32, 5)).toBe(0)
  expect(placeUnder(1, 4000, 32, 5)).toBe(4)
})
