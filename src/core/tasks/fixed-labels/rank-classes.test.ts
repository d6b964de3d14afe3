import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toClassLogits, type ClassLogits } from './class-logits'
import { classProbabilities, topClasses } from './rank-classes'

const logitsOf = (...values: number[]): ClassLogits => {
  const logits = toClassLogits(Float32Array.from(values))
  if (!logits) throw new Error('test logits are not usable')
  return logits
}

const top = (logits: ClassLogits, labels: readonly string[], count: number) =>
  topClasses(logits, classProbabilities(logits), labels, count)

describe('topClasses', () => {
  it('names the likeliest labels, best first, with their shares among all', () => {
    const [first, second, ...rest] = top(logitsOf(0, Math.log(3), Math.log(4)), ['cat', 'dog', 'bird'], 2)
    expect(first).toMatchObject({ classId: 2, label: 'bird' })
    expect(first?.probability).toBeCloseTo(0.5, 6)
    expect(second).toMatchObject({ classId: 1, label: 'dog' })
    expect(rest).toEqual([])
  })

  it('keeps the model’s order among equals', () => {
    expect(top(logitsOf(1, 2, 2), ['a', 'b', 'c'], 3).map(({ label }) => label)).toEqual(['b', 'c', 'a'])
  })

  it('gives each label the same share in whatever order the model has them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2 }), (values) => {
        const labels = values.map(String)
        const shares = (list: readonly number[], names: readonly string[]) =>
          Object.fromEntries(
            top(logitsOf(...list), names, 5).map(({ label, probability }) => [
              label,
              probability.toPrecision(9),
            ]),
          )
        expect(shares([...values].reverse(), [...labels].reverse())).toEqual(shares(values, labels))
      }),
    )
  })
})

describe('toClassLogits', () => {
  it.each([
    ['NaN', [1, NaN, 2]],
    ['infinity', [1, Infinity, 2]],
    ['one number all over', [3, 3, 3]],
    ['nothing', []],
  ])('refuses %s, which no sound backend gives', (_, values) => {
    expect(toClassLogits(Float32Array.from(values))).toBeNull()
  })
})
