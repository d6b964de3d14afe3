import { expect, test } from 'vitest'
import { moveBy, toPlace, toStage, WHOLE, zoomBy } from './map-look'

const stage = { width: 800, height: 400 }

test('a whole map fits the smaller side, and a point of the stage is the place that lies there', () => {
  expect(toStage(WHOLE, stage, { x: 0, y: 1 })).toEqual({ x: 400, y: 400 })
  const look = { scale: 3, x: 0.2, y: -0.1 }
  const place = toPlace(look, stage, { x: 120, y: 300 })
  expect(toStage(look, stage, place).x).toBeCloseTo(120)
  expect(toStage(look, stage, place).y).toBeCloseTo(300)
})

test('what lies under the pointer stays there while the map grows', () => {
  const at = { x: 500, y: 150 }
  const place = toPlace(WHOLE, stage, at)
  const moved = toStage(zoomBy(WHOLE, stage, 2.5, at), stage, place)
  expect(moved.x).toBeCloseTo(at.x)
  expect(moved.y).toBeCloseTo(at.y)
})

test('a map is never smaller than whole, nor moved off the stage', () => {
  expect(zoomBy({ scale: 2, x: 0.5, y: 0 }, stage, 0.1)).toEqual(WHOLE)
  expect(moveBy({ scale: 2, x: 0, y: 0 }, stage, -1e6, 0).x).toBe(1)
})
