import type { UnitVector } from '../../brands'
import { isJsonObject } from '../../json-object'
import { toUnitVectors } from '../../question/scoring/cosine'

const isRow = (row: unknown): row is readonly number[] =>
  Array.isArray(row) && row.every((value) => typeof value === 'number')

/**
 * Reads the vectors that published models were found to make of the canned pictures, by the key of
 * {@link GoldenStore}: `public/models/goldens.json`, which `npm run models:prove` writes. An entry that is not one is
 * left out: without it the CPU is asked, as of any other model.
 */
export const parseGoldens = (json: unknown): ReadonlyMap<string, readonly UnitVector[]> => {
  const entries = isJsonObject(json) ? Object.entries(json) : []
  return new Map(
    entries.flatMap(([key, rows]) => {
      const list: readonly unknown[] = Array.isArray(rows) ? rows : []
      const vectors = list.every(isRow) ? toUnitVectors(list) : null
      return vectors && vectors.length > 0 ? [[key, vectors] as const] : []
    }),
  )
}
