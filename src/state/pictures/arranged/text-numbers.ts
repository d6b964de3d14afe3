import type { UnitVector } from '../../../core/brands'
import type { TextColumns } from '../../../core/desk/desk-columns'
import { joinRows } from '../../../core/model/picture-encoding'

/**
 * Numbers for vectors of texts, by their identity: the worker keeps a column for each, and cannot see that two vectors
 * are one.
 */
export interface TextNumbers {
  /** Takes down that a vector is asked about; the same number for the same vector. */
  numberOf(vector: UnitVector): number
  /**
   * What the worker has to know of the vectors that were asked about since the last call; `null` where it knows them. It
   * keeps those of the question before, which an edit that is taken back asks about again.
   */
  take(): TextColumns | null
}

/** Creates them for a worker that knows nothing. */
export const createTextNumbers = (): TextNumbers => {
  const numbers = new WeakMap<UnitVector, number>()
  let count = 0
  let before = new Map<number, UnitVector>()
  let known = new Map<number, UnitVector>()
  let asked = new Map<number, UnitVector>()
  return {
    numberOf: (vector) => {
      const number = numbers.get(vector) ?? (count += 1)
      numbers.set(vector, number)
      asked.set(number, vector)
      return number
    },
    take: () => {
      const fresh = [...asked].filter(([number]) => !known.has(number) && !before.has(number))
      const forgotten = [...before.keys()].filter((number) => !known.has(number) && !asked.has(number))
      before = known
      known = asked
      asked = new Map()
      if (fresh.length + forgotten.length === 0) return null
      return {
        numbers: fresh.map(([number]) => number),
        values: joinRows(fresh.map(([, vector]) => vector)),
        forgotten,
      }
    },
  }
}
