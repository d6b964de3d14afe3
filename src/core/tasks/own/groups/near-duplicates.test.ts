import { expect, it } from 'vitest'
import { normals, unit } from '../../../../testing/clouds'
import { toSpace } from '../linear/space'
import { groupNearDuplicates } from './near-duplicates'
import type { TrainingSet } from '../training-set'

const WIDTH = 64

/** Examples of two classes, each so far from its own middle. */
const examples = (perClass: number, scatter: number): TrainingSet => {
  const normal = normals(5)
  const row = (scale: number) => Array.from({ length: WIDTH }, () => (scale * normal()) / Math.sqrt(WIDTH))
  const rows = [row(1), row(1)].flatMap((middle) =>
    Array.from({ length: perClass }, () => {
      const off = row(scatter)
      return unit(unit(middle).map((value, k) => value + (off[k] ?? 0)))
    }),
  )
  return {
    ...{ mode: 'single', width: WIDTH },
    vectors: Float32Array.from(rows.flat()),
    words: new Float32Array(2 * WIDTH),
    labels: Int8Array.from(rows.flatMap((_, i) => (i < perClass ? [1, 0] : [0, 1]))),
    groups: rows.map((_, i) => `id ${String(i).padStart(3, '0')}`),
  }
}

const groupsOf = (set: TrainingSet) => groupNearDuplicates(set, toSpace(set))

it('leaves pictures apart that differ', () => {
  const set = examples(6, 0.5)
  expect(groupsOf(set)).toEqual(set.groups)
})

it('puts frames of one moment together, under the first of their ids', () => {
  const set = examples(6, 0.5)
  const frame = Float32Array.from(set.vectors)
  // Nearly the same as the first.
  frame.set(unit([...frame.subarray(0, WIDTH)].map((value, k) => value + 0.01 * Math.sin(k))), WIDTH)
  expect(groupsOf({ ...set, vectors: frame }).slice(0, 3)).toEqual(['id 000', 'id 000', 'id 002'])
})

it.each([4, 5, 7, 12])('keeps bursts of four whole in a class of %i of them', (bursts) => {
  const [set, normal] = [examples(bursts, 0.5), normals(9)]
  const frames = [...set.groups.keys()].flatMap((i) =>
    Array.from({ length: 4 }, () =>
      unit([...set.vectors.subarray(i * WIDTH, (i + 1) * WIDTH)].map((value) => value + 0.01 * normal())),
    ),
  )
  const groups = groupsOf({
    ...set,
    vectors: Float32Array.from(frames.flat()),
    labels: Int8Array.from(frames.flatMap((_, i) => (i < 4 * bursts ? [1, 0] : [0, 1]))),
    groups: frames.map((_, i) => `id ${String(i).padStart(3, '0')}`),
  })
  expect(groups).toEqual(frames.map((_, i) => `id ${String(i - (i % 4)).padStart(3, '0')}`))
})

it('does not take a whole class for one picture where all of it looks alike to the model', () => {
  const groups = groupsOf(examples(10, 0.1))
  expect(new Set(groups.slice(0, 10)).size).toBeGreaterThan(3)
  expect(new Set(groups.slice(10)).size).toBeGreaterThan(3)
})
