import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSortedRuns } from './sorted-runs'

it('sorts as the whole would be sorted, equals in the order in which they came', () => {
  const item = fc.record({ key: fc.nat({ max: 9 }), mark: fc.nat() })
  fc.assert(
    fc.property(fc.array(fc.array(item, { maxLength: 8 }), { maxLength: 20 }), (batches) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key
      const runs = createSortedRuns(compare)
      for (const batch of batches) runs.add(batch)
      expect(runs.all()).toEqual(batches.flat().sort(compare))
    }),
    { seed: 17 },
  )
})
