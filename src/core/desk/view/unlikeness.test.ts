import { describe, expect, it } from 'vitest'
import { normals, unit } from '../../../testing/clouds'
import { spread, usualUnlikeness } from '../../tasks/own/good-ones'
import { unlikenessTo, type GoodOnes } from './unlikeness'

const WIDTH = 32
const normal = normals(9)
const middle = unit(Array.from({ length: WIDTH }, () => normal()))

/** As many vectors about one middle, each off it by so much. */
const about = (count: number, scatter: number): readonly Float32Array[] =>
  Array.from({ length: count }, () =>
    Float32Array.from(unit(middle.map((value) => value + (scatter * normal()) / Math.sqrt(WIDTH)))),
  )

const toGood = (vectors: readonly Float32Array[]): GoodOnes => ({
  modelKey: 'model',
  width: WIDTH,
  vectors: Float32Array.from(vectors.flatMap((vector) => [...vector])),
})

describe('unlikeness to good ones', () => {
  it('is the mean distance to the three that are nearest', () => {
    const at = (angle: number) => {
      const vector = new Float32Array(WIDTH)
      vector.set([Math.cos(angle), Math.sin(angle)])
      return vector
    }
    const unlikeness = unlikenessTo(toGood([0.1, 0.2, 0.3, 2].map(at)))
    const mean = (angles: number[]) =>
      angles.reduce((sum, angle) => sum + 1 - Math.cos(angle), 0) / angles.length
    expect(unlikeness(at(0))).toBeCloseTo(mean([0.1, 0.2, 0.3]), 6)
    // One of them is compared with the others alone.
    expect(unlikeness(at(0.1))).toBeCloseTo(mean([0.1, 0.2, 1.9]), 6)
    expect(unlikeness(null)).toBeNaN()
    expect(unlikeness(new Float32Array(3))).toBeNaN()
    expect(unlikenessTo(null)(at(0))).toBeNaN()
  })

  it('puts what differs from a hundred good ones first', () => {
    const unlikeness = unlikenessTo(toGood(about(100, 0.5)))
    const [good, other] = [about(100, 0.5).map(unlikeness), about(100, 1).map(unlikeness)]
    const pairs = good.flatMap((a) => other.map((b) => Number(b > a)))
    expect(pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length).toBeGreaterThan(0.95)
  })

  it('says what is usual from twenty good ones on, which about one new good one in twenty is above', () => {
    expect(usualUnlikeness(toGood(about(19, 0.5)))).toBeNull()
    const shares = Array.from({ length: 20 }, () => {
      const good = toGood(about(100, 0.5))
      const [usual, unlikeness] = [usualUnlikeness(good), unlikenessTo(good)]
      return about(100, 0.5).filter((vector) => unlikeness(vector) > (usual ?? 0)).length / 100
    })
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(mean).toBeGreaterThan(0.02)
    expect(mean).toBeLessThan(0.09)
  })

  it('compares with a few hundred of many', () => {
    expect(spread([1, 2, 3])).toEqual([1, 2, 3])
    const some = spread(Array.from({ length: 1000 }, (_, i) => i))
    expect(some).toHaveLength(300)
    expect(some.at(-1)).toBeGreaterThan(990)
  })
})
