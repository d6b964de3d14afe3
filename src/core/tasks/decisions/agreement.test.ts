import fc from 'fast-check'
import { expect, it } from 'vitest'
import { agreementOf, type DecidedAnswer } from './agreement'

const all = (rows: readonly DecidedAnswer[], classes: number, mode: 'single' | 'multi') => {
  const work = agreementOf(rows, classes, mode)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

const row = (truth: number[], answer: number[], ...matches: number[]): DecidedAnswer => ({
  ...{ id: '', truth, answer, matches: Float64Array.from(matches) },
  best: matches.length === 0 ? -1 : matches.indexOf(Math.max(...matches)),
})

it('counts what is right, by tag with its ranges and in a table, of which none is the last', () => {
  const rows = [row([0], [0]), row([0], [1]), row([1], [1]), row([], []), row([], [0])]
  const { accuracy, table, tags } = all(rows, 2, 'single')
  expect(accuracy?.share).toBe(0.6)
  expect(accuracy?.low).toBeCloseTo(0.2307, 4)
  expect(accuracy?.high).toBeCloseTo(0.8824, 4)
  expect(table).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
  ])
  expect(tags.map(({ decided, precision, recall }) => [decided, precision?.share, recall?.share])).toEqual([
    [2, 0.5, 0.5],
    [1, 0.5, 1],
  ])
})

it('has nothing to say of nothing', () => {
  const { accuracy, tags } = all([], 1, 'single')
  expect(accuracy).toBeNull()
  expect(tags).toEqual([{ decided: 0, precision: null, recall: null, suggested: null }])
})

it('suggests the threshold between what is so and what is not, in the middle', () => {
  const yes = Array.from({ length: 8 }, (_, i) => row([0], [0], 0.7 + i / 100))
  const no = Array.from({ length: 8 }, (_, i) => row([], [0], 0.2 + i / 100))
  const [tag] = all([...yes, ...no], 1, 'multi').tags
  // From .28, above the last that is not, to .70.
  expect(tag?.suggested?.threshold).toBeCloseTo(0.49, 2)
  expect(tag?.suggested?.then).toBe(1)
  expect(all([...yes.slice(0, 4), ...no], 1, 'multi').tags[0]?.suggested).toBeNull()
  const kept = [...yes, ...no.map((one) => ({ ...one, answer: [] }))]
  expect(all(kept, 1, 'multi').tags[0]?.suggested).toBeNull()
})

it('suggests none that a look at every threshold would not', () => {
  const someRow = fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: 100 }), fc.boolean())
    .map(([isTrue, match, isNamed]) => row(isTrue ? [0] : [], isNamed ? [0] : [], match / 100))
  fc.assert(
    fc.property(fc.array(someRow, { minLength: 10, maxLength: 60 }), (rows) => {
      const suggested = all(rows, 1, 'multi').tags[0]?.suggested
      const decided = rows.filter(({ truth }) => truth.length > 0).length
      const f1 = (percent: number) => {
        const named = rows.filter(({ matches }) => Math.round((matches[0] ?? 0) * 100) >= percent)
        const right = named.filter(({ truth }) => truth.length > 0).length
        return (2 * right) / (named.length + decided)
      }
      if (!suggested) return
      const best = Math.max(...Array.from({ length: 100 }, (_, i) => f1(i + 1)))
      expect(suggested.then).toBeCloseTo(best, 10)
      expect(f1(Math.round(suggested.threshold * 100))).toBeCloseTo(best, 10)
    }),
  )
})
