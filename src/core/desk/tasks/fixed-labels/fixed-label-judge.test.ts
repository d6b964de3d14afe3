import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsOf, largestFirst, viewBy } from '../../../../testing/desk-columns'
import { toClassLogits } from '../../../tasks/fixed-labels/class-logits'
import { CATEGORIES } from '../../../tasks/fixed-labels/imagenet/category'
import { sumCategories } from '../../../tasks/fixed-labels/imagenet/sum-categories'
import {
  categoryId,
  classProbabilities,
  idOfClass,
  topClasses,
} from '../../../tasks/fixed-labels/rank-classes'

it('the columns say of a classifier’s rows what its ranking says, by categories and by classes', () => {
  const logits = fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: 30, maxLength: 30 })
    .map((values) => toClassLogits(Float32Array.from(values)))
    .filter((row) => row !== null)
  fc.assert(
    fc.property(
      fc.array(logits, { minLength: 1, maxLength: 6 }),
      fc.option(fc.array(fc.constantFrom(...CATEGORIES), { minLength: 30, maxLength: 30 })),
      (pictures, categories) => {
        const { columns, look } = columnsOf(pictures)
        columns.ask({
          modelKey: 'model',
          drawingsOnly: false,
          question: { task: 'fixed-labels', labels: 30, categories },
        })
        const best = pictures.map((row) => {
          const probabilities = classProbabilities(row)
          const [top] = topClasses(row, probabilities, [], 1)
          const [category] =
            categories === null
              ? []
              : sumCategories(probabilities, categories).toSorted((a, b) => b.probability - a.probability)
          return category
            ? { id: categoryId(category.category), probability: category.probability }
            : { id: idOfClass(top?.classId ?? -1), probability: top?.probability ?? -1 }
        })
        const { order, counts } = look(viewBy({ by: 'sureness', descending: true }))
        expect([...(order ?? [])]).toEqual(largestFirst(best.map(({ probability }) => probability)))
        const expected = new Map<string, number>()
        for (const { id } of best) expected.set(id, (expected.get(id) ?? 0) + 1)
        expect(new Map(counts)).toEqual(expected)
      },
    ),
    { seed: 42, numRuns: 100 },
  )
})
