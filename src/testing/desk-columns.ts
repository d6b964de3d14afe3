import type { UnitVector } from '../core/brands'
import { createDeskColumns, type Arranged } from '../core/desk/desk-columns'
import { toSeenRows } from '../core/desk/columns/seen-rows'
import type { Sort, View } from '../core/desk/view/view'

/** Does all of something at once. */
export const allOf = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A change that changes nothing. */
const NOTHING_NEW = {
  added: { rows: new Uint32Array(), names: [], dates: new Float64Array(), sizes: new Float64Array() },
  removed: [],
  order: null,
  flags: { rows: new Uint32Array(), values: new Uint8Array() },
  seen: toSeenRows([]),
  encoded: null,
}

/** A view by one order, of what has one of these answers. */
export const viewBy = (sort: Sort, filter: readonly string[] = [], scoreOf: string | null = null): View => ({
  filter: { answers: filter, ranges: [] },
  sort,
  scoreOf,
  likeTo: null,
  words: null,
  histogramsOf: [],
})

/** Columns of these rows, and what they say. */
export const columnsOf = (vectors: readonly Float32Array[]) => {
  const columns = createDeskColumns()
  const rows = Uint32Array.from(vectors.keys())
  const width = vectors[0]?.length ?? 0
  const values = new Float32Array(vectors.length * width)
  vectors.forEach((vector, i) => {
    values.set(vector, i * width)
  })
  columns.tell({
    ...NOTHING_NEW,
    added: {
      rows,
      names: vectors.map((_, i) => `${i}.png`),
      dates: new Float64Array(rows.length),
      sizes: new Float64Array(rows.length),
    },
    encoded: { modelKey: 'model', rows, values },
  })
  const numbers = new Map<UnitVector, number>()
  const numberOf = (vector: UnitVector) => {
    const number = numbers.get(vector) ?? numbers.size
    numbers.set(vector, number)
    return number
  }
  /** Takes down what the numbers stand for. */
  const know = () => {
    const texts = new Float32Array(numbers.size * width)
    for (const [vector, number] of numbers) texts.set(vector, number * width)
    columns.know({ numbers: [...numbers.values()], values: texts, forgotten: [] })
  }
  const look = (view: View): Arranged => allOf(columns.arrange(view))
  return { columns, numberOf, know, look }
}

/** Places of the largest first; equals as they are. */
export const largestFirst = (values: readonly number[]): readonly number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
