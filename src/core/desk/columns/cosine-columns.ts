import type { UnitVector } from '../../brands'
import type { EncodedRows } from './encoded-rows'

/**
 * The cosines of every picture with texts, a column for each text. Texts are known by numbers, which stand for the
 * identity of their vectors: a column is worked out when it is first asked for and kept, so that an edited tag costs one.
 */
export interface CosineColumns {
  /** @throws where there is none of the number, or of another length. */
  vectorOf(number: number): UnitVector
  /** The cosines by slot; `cosine` gives the same to the last bit. Another array once the rows have grown. */
  column(number: number): Float64Array
  /** Works out what columns have to say of slots that have got other numbers. */
  refresh(slots: readonly number[]): void
  /** Gives up the column of a text that is asked about no longer. */
  forget(number: number): void
}

const clamp = (sum: number): number => Math.max(-1, Math.min(1, sum))

/** One product, added up in the order of `cosine`. */
const productAt = (values: Float32Array, from: number, vector: Float32Array): number => {
  let sum = 0
  for (let i = 0; i < vector.length; i += 1) sum += (values[from + i] ?? 0) * (vector[i] ?? 0)
  return clamp(sum)
}

/**
 * A column from the beginning. Four rows at a time: each sum waits for its own last addition, so that four go as fast as
 * one, and each is added up in the same order as ever.
 */
const fill = (column: Float64Array, values: Float32Array, vector: Float32Array): void => {
  const width = vector.length
  const slots = column.length
  let slot = 0
  for (; slot + 4 <= slots; slot += 4) {
    const at1 = slot * width
    const [at2, at3, at4] = [at1 + width, at1 + 2 * width, at1 + 3 * width]
    let [sum1, sum2, sum3, sum4] = [0, 0, 0, 0]
    for (let i = 0; i < width; i += 1) {
      const value = vector[i] ?? 0
      sum1 += (values[at1 + i] ?? 0) * value
      sum2 += (values[at2 + i] ?? 0) * value
      sum3 += (values[at3 + i] ?? 0) * value
      sum4 += (values[at4 + i] ?? 0) * value
    }
    column[slot] = clamp(sum1)
    column[slot + 1] = clamp(sum2)
    column[slot + 2] = clamp(sum3)
    column[slot + 3] = clamp(sum4)
  }
  for (; slot < slots; slot += 1) column[slot] = productAt(values, slot * width, vector)
}

/** Creates them without any. @param vectors of texts by number; others may come. */
export const createCosineColumns = (
  rows: EncodedRows,
  vectors: ReadonlyMap<number, UnitVector>,
): CosineColumns => {
  const columns = new Map<number, Float64Array>()

  const vectorOf = (number: number): UnitVector => {
    const vector = vectors.get(number)
    if (vector?.length !== rows.width) throw new Error(`No vector ${number} of ${rows.width} dimensions`)
    return vector
  }

  const column = (number: number): Float64Array => {
    const known = columns.get(number)
    const capacity = rows.capacity()
    if (known?.length === capacity) return known
    const next = new Float64Array(capacity)
    if (known) {
      next.set(known)
      // What has been added since is worked out by `refresh`.
    } else fill(next, rows.values(), vectorOf(number))
    columns.set(number, next)
    return next
  }

  return {
    forget: (number) => {
      columns.delete(number)
    },
    vectorOf,
    column,
    refresh: (slots) => {
      const values = rows.values()
      for (const number of columns.keys()) {
        const [cosines, vector] = [column(number), vectorOf(number)]
        for (const slot of slots) cosines[slot] = productAt(values, slot * rows.width, vector)
      }
    },
  }
}
