import { describe, expect, it } from 'vitest'
import { allOf } from '../../../testing/desk-columns'
import { signTest } from '../own/report/statistics'
import { toSheet, type AnswerSheet } from './answer-sheet'
import { compareSheets, comparedPictures } from './compare-sheets'

const TAGS = ['car', 'truck', 'other'].map((text, hue) => ({ id: text, text, hue }))

/** A sheet of pictures by name: what each is said to be, and how surely. */
const sheet = (
  said: Readonly<Record<string, readonly [tags: readonly string[], share: number]>>,
  tags = TAGS,
): AnswerSheet => {
  const names = Object.keys(said)
  const cells = names.flatMap((name) => {
    const [ids, share] = said[name] ?? [[], 0]
    return tags.map(({ id }) => ({ accepted: Number(ids.includes(id)), score: ids.includes(id) ? share : 0 }))
  })
  return toSheet(
    { id: '1', model: { id: 'a/b', name: 'Model', key: 'key' }, template: '{}', calibrated: true, tags },
    {
      rows: Uint32Array.from(names.keys()),
      best: Uint32Array.from(names, (name) =>
        Math.max(
          0,
          tags.findIndex(({ id }) => said[name]?.[0][0] === id),
        ),
      ),
      accepted: Uint8Array.from(cells, ({ accepted }) => accepted),
      scores: Float32Array.from(cells, ({ score }) => score),
    },
    (row) => names[row] ?? null,
  )
}

const compare = (a: AnswerSheet, b: AnswerSheet, truth: Readonly<Record<string, readonly string[]>> = {}) =>
  allOf(compareSheets(a, b, (sha256) => truth[sha256] ?? null))

describe('two sheets of answers', () => {
  it('agree where they name the same tags, and the surest disagreements come first', () => {
    const found = compare(
      sheet({
        p: [['car'], 0.9],
        q: [['car'], 0.6],
        r: [['car'], 0.9],
        s: [['car', 'truck'], 0.8],
        t: [[], 0],
      }),
      sheet({
        p: [['car'], 0.9],
        q: [['truck'], 0.9],
        r: [['truck'], 0.8],
        s: [['car', 'truck'], 0.7],
        t: [[], 0],
      }),
    )
    expect(comparedPictures(found, true).map(({ sha256 }) => sha256)).toEqual(['r', 'q'])
    expect(comparedPictures(found, false).map(({ sha256 }) => sha256)).toEqual(['r', 'q', 'p', 's', 't'])
    expect(found.agreement).toMatchObject({ share: 0.6 })
    expect(found.judged).toBeNull()
  })

  it('are compared on the pictures that both have answered, each once', () => {
    const found = compare(
      sheet({ p: [['car'], 1], q: [['car'], 1] }),
      sheet({ q: [['car'], 1], r: [['car'], 1], s: [['car'], 1] }),
    )
    expect(found.pictures).toHaveLength(1)
    expect([found.withoutA, found.withoutB]).toEqual([2, 1])
  })

  it('are set beside what was decided, with the chance of the difference', () => {
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`)
    const all = (said: (i: number) => string) =>
      sheet(Object.fromEntries(names.map((name, i) => [name, [[said(i)], 1] as const])))
    const found = compare(
      all(() => 'car'),
      all((i) => (i < 8 ? 'truck' : 'car')),
      Object.fromEntries(names.slice(0, 10).map((name) => [name, ['car']])),
    )
    expect(found.judged).toMatchObject({
      ...{ count: 10, a: { share: 1 }, b: { share: 0.2 }, onlyA: 8, onlyB: 0 },
    })
    expect(found.judged?.chance).toBeCloseTo(2 * 0.5 ** 8, 12)
  })

  it('that were asked about other tags are told apart, and a tag of one of both is a difference', () => {
    const bus = [...TAGS, { id: 'bus', text: 'bus', hue: 3 }]
    const found = compare(
      sheet({ p: [['car'], 1], q: [['car'], 1] }),
      sheet({ p: [['car'], 1], q: [['bus'], 1] }, bus),
    )
    expect(found.otherTags).toBe(true)
    expect(comparedPictures(found, true).map(({ sha256 }) => sha256)).toEqual(['q'])
  })
})

describe('the exact test of a difference', () => {
  it('has the figures of the binomial distribution', () => {
    // Of 14 pictures that only one is right about 11 to 3: 2 * (1 + 14 + 91 + 364) / 2^14.
    expect(signTest(11, 3)).toBeCloseTo(940 / 16384, 12)
    expect(signTest(0, 0)).toBe(1)
  })

  it('holds for thousands of pictures too', () => {
    expect(signTest(600, 600)).toBe(1)
    expect(signTest(1100, 900)).toBeCloseTo(8.4e-6, 6)
    expect(signTest(5100, 4900)).toBeCloseTo(0.0466, 3)
  })
})
