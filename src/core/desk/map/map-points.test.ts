import { describe, expect, it } from 'vitest'
import type { Steps } from '../duplicates/pairs'
import { drawMap, placePoints, type MappedPicture } from './map-points'
import { nearestPoint } from './point-cells'
import { pointsInside } from './points-inside'
import { findAxes } from './principal-axes'

const WIDTH = 32

const createNumbers = (seed: number) => (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647 - 0.5
}

const allOf = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Pictures of three scenes in three folders: the scene of each is its number by three. */
const scenes = (count: number): readonly MappedPicture[] => {
  const next = createNumbers(3)
  const middles = [0, 1, 2].map(() => Array.from({ length: WIDTH }, next))
  return Array.from({ length: count }, (_, i) => ({
    row: 100 + i,
    name: `holiday/day ${i % 3}/${i}.jpg`,
    vector: Float32Array.from(middles[i % 3] ?? [], (value) => value + next() * 0.1),
  }))
}

const placed = allOf(placePoints(scenes(300)))
const map = drawMap(
  placed,
  (colouring, row) => (colouring === 'tag' && row % 3 !== 0 ? `tag ${row % 3}` : null),
  2,
)

describe('the map of a list', () => {
  it('lies along the directions of the widest spread, the widest first', () => {
    const next = createNumbers(9)
    const vectors = Array.from({ length: 500 }, () =>
      Float32Array.from({ length: 10 }, (_, i) => next() * (i === 4 ? 9 : i === 7 ? 5 : 1) + i),
    )
    const { axes } = allOf(findAxes(vectors, 3))
    expect(Math.abs(axes[0]?.[4] ?? 0)).toBeGreaterThan(0.99)
    expect(Math.abs(axes[1]?.[7] ?? 0)).toBeGreaterThan(0.99)
  })

  it('has every picture on it, those of one scene together', () => {
    expect([...map.rows]).toEqual(Array.from({ length: 300 }, (_, i) => 100 + i))
    expect(map.unread).toBe(2)
    const middle = (scene: number) => {
      const some = [...map.x.keys()].filter((point) => point % 3 === scene)
      const mean = (values: Float32Array) =>
        some.reduce((sum, at) => sum + (values[at] ?? 0), 0) / some.length
      return { x: mean(map.x), y: mean(map.y) }
    }
    for (const [point, x] of map.x.entries()) {
      expect(Math.abs(x)).toBeLessThanOrEqual(1)
      const distances = [0, 1, 2].map((scene) => {
        const at = middle(scene)
        return Math.hypot(x - at.x, (map.y[point] ?? 0) - at.y)
      })
      expect(distances.indexOf(Math.min(...distances))).toBe(point % 3)
    }
  })

  it('never has two scenes in one group, and says which answer most of a group have', () => {
    for (const [group, { count, leading }] of map.groups.entries()) {
      const members = [...map.groupOf.keys()].filter((point) => map.groupOf[point] === group)
      expect(members).toHaveLength(count)
      const scene = new Set(members.map((point) => (map.rows[point] ?? 0) % 3))
      expect(scene.size).toBe(1)
      const [only = 0] = scene
      expect(leading).toEqual(only === 0 ? null : { label: `tag ${only}`, count })
    }
  })

  it('is coloured by answers and by the folders below the one in common, the commonest first', () => {
    expect(map.colours.tag).toMatchObject({ keys: ['tag 1', 'tag 2'], counts: [100, 100] })
    expect(map.colours.set.keys).toEqual(['day 0', 'day 1', 'day 2'])
    expect(map.colours.decision.keys).toEqual([])
  })

  it('finds the point that is nearest to a place, and none that is too far', () => {
    const next = createNumbers(21)
    for (let i = 0; i < 200; i += 1) {
      const at = { x: next() * 2, y: next() * 2 }
      const away = [...map.x].map((x, point) => Math.hypot(x - at.x, (map.y[point] ?? 0) - at.y))
      const least = Math.min(...away)
      expect(nearestPoint(map, at, 0.1)).toBe(least <= 0.1 ? away.indexOf(least) : null)
    }
  })

  it('tells the points inside a line from those outside', () => {
    const square = Float32Array.of(-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5)
    const inside = [...map.x.keys()].filter(
      (point) => Math.max(Math.abs(map.x[point] ?? 0), Math.abs(map.y[point] ?? 0)) < 0.5,
    )
    expect(pointsInside(square, map.x, map.y)).toEqual(inside)
    const bent = Float32Array.of(0, 0, 1, 0, 1, 1, 0.5, 0.2)
    expect(pointsInside(bent, Float32Array.of(0.9, 0.4), Float32Array.of(0.5, 0.5))).toEqual([0])
  })

  it('of one picture, of none and of equal ones is drawn too', () => {
    const same = [1, 2].map((row) => ({ row, name: '', vector: Float32Array.of(0.6, 0.8) }))
    for (const pictures of [[], same.slice(1), same]) {
      const drawn = drawMap(allOf(placePoints(pictures)), () => null, 0)
      expect(drawn.rows).toHaveLength(pictures.length)
      expect([...drawn.x, ...drawn.y].every((value) => value === 0)).toBe(true)
    }
  })
})
