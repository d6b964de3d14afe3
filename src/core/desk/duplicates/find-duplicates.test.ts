import { describe, expect, it } from 'vitest'
import type { ComparedPicture } from './duplicates'
import { findPairs, groupDuplicates } from './find-duplicates'
import { MOSAIC_LENGTH } from './mosaic'
import type { Steps } from './pairs'

const WIDTH = 64

const createNumbers = (seed: number) => (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
}

/** A picture that no other is like, by its number. */
const pictureOf = (number: number, change: Partial<ComparedPicture> = {}): ComparedPicture => {
  const next = createNumbers(number * 7919 + 17)
  return {
    ...{ row: number, sha256: `sha ${number}`, width: 400, height: 300, bytes: 9000, date: NaN },
    mosaic: Uint8Array.from({ length: MOSAIC_LENGTH }, () => 30 + next() * 190),
    vector: Float32Array.from({ length: WIDTH }, () => next() - 0.5),
    ...change,
  }
}

/** The same picture saved again: each number a little other. */
const savedAgain = (mosaic: Uint8Array | null, by: number): Uint8Array | null =>
  mosaic?.map((value, i) => value + ((i % 3) - 1) * by) ?? null

const nearVector = (vector: Float32Array | null, by: number): Float32Array | null => {
  const next = createNumbers(5)
  return vector?.map((value) => value + (next() - 0.5) * by) ?? null
}

const allOf = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const find = (pictures: readonly ComparedPicture[], differing: readonly (readonly string[])[] = []) =>
  groupDuplicates(allOf(findPairs(pictures)), differing)

const others = Array.from({ length: 30 }, (_, i) => pictureOf(100 + i))

describe('what is there twice', () => {
  it('has nothing of pictures that only share a model', () => {
    expect(find(others)).toEqual([])
    expect(find([])).toEqual([])
  })

  it('knows the same bytes, and proposes the older file', () => {
    const copy = pictureOf(1, { row: 2, date: 5 })
    expect(find([...others, pictureOf(1, { date: 9 }), copy])).toEqual([
      { sameness: 'bytes', rows: [2, 1], bestBy: 'date', sha256s: ['sha 1'] },
    ])
  })

  it('knows a picture that was saved again at another size, and proposes the one of most pixels', () => {
    const whole = pictureOf(1, { vector: null })
    const small = pictureOf(2, {
      ...{ width: 133, height: 100, bytes: 2000, vector: null, mosaic: savedAgain(whole.mosaic, 2) },
    })
    expect(find([small, ...others, whole])).toEqual([
      { sameness: 'picture', rows: [1, 2], bestBy: 'pixels', sha256s: ['sha 1', 'sha 2'] },
    ])
  })

  it('prefers the larger file among as many pixels', () => {
    const whole = pictureOf(1, { vector: null })
    const worse = { bytes: 100, vector: null, mosaic: savedAgain(whole.mosaic, 1) }
    expect(find([pictureOf(2, worse), whole])[0]).toMatchObject({ rows: [1, 2], bestBy: 'bytes' })
  })

  it('does not take for one what differs in one place, in shape, or all over', () => {
    const whole = pictureOf(1, { vector: null })
    const spot = whole.mosaic?.with(90, (whole.mosaic[90] ?? 0) > 128 ? 0 : 255) ?? null
    for (const change of [
      { mosaic: spot },
      { width: 300, mosaic: whole.mosaic },
      { mosaic: savedAgain(whole.mosaic, 5) },
      { mosaic: null },
    ])
      expect(find([whole, pictureOf(2, { ...change, vector: null })])).toEqual([])
  })

  it('puts pictures whose vectors are near each other among what is alike, round the best', () => {
    const first = pictureOf(1)
    const burst = pictureOf(2, { bytes: 9500, vector: nearVector(first.vector, 0.1) })
    expect(find([...others, first, burst])).toEqual([
      { sameness: 'alike', rows: [2, 1], bestBy: 'bytes', sha256s: ['sha 2', 'sha 1'] },
    ])
  })

  it('finds what is alike among many as among few', () => {
    const many = Array.from({ length: 900 }, (_, i) => pictureOf(1000 + i, { mosaic: null }))
    const pairs = Array.from({ length: 20 }, (_, i) =>
      pictureOf(5000 + i, { mosaic: null, bytes: 1, vector: nearVector(many[i * 40]?.vector ?? null, 0.1) }),
    )
    const found = find([...many, ...pairs])
    expect(found.map(({ rows }) => rows.join()).sort()).toEqual(
      pairs.map((_, i) => `${1000 + i * 40},${5000 + i}`).sort(),
    )
  })

  it('lets only the best of what is one stand among what is alike', () => {
    const first = pictureOf(1)
    const copy = pictureOf(2, { bytes: 10, mosaic: savedAgain(first.mosaic, 1), vector: first.vector })
    const burst = pictureOf(3, { bytes: 20, vector: nearVector(first.vector, 0.1) })
    expect(find([...others, first, copy, burst]).map(({ sameness, rows }) => [sameness, rows])).toEqual([
      ['picture', [1, 2]],
      ['alike', [1, 3]],
    ])
  })

  it('keeps apart what a person has said differs, with all that is the same bytes', () => {
    const first = pictureOf(1, { vector: null })
    const again = { vector: null, mosaic: savedAgain(first.mosaic, 1) }
    const [second, third] = [pictureOf(2, again), pictureOf(3, again)]
    expect(find([first, second], [['sha 2', 'sha 1']])).toEqual([])
    expect(find([first, second, third], [['sha 2', 'sha 1']])[0]?.rows).toEqual([1, 3])
    expect(find([first, second, third], [['sha 2', 'sha 3']])[0]?.rows).toEqual([1, 2])
    const copy = pictureOf(1, { row: 4, vector: null })
    expect(find([first, copy, second], [['sha 2', 'sha 1']])).toEqual([
      { sameness: 'bytes', rows: [1, 4], bestBy: 'first', sha256s: ['sha 1'] },
    ])
  })

  it('does not call alike what a whole list looks like', () => {
    const first = pictureOf(1)
    const scene = Array.from({ length: 200 }, (_, i) => {
      const next = createNumbers(i + 1)
      return pictureOf(i + 2, {
        vector: first.vector?.map((value) => value + (next() - 0.5) * 0.05) ?? null,
      })
    })
    expect(find(scene).every(({ rows }) => rows.length <= 34)).toBe(true)
  })
})
