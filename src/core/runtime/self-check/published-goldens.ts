import type { UnitVector } from '../../brands'
import { isJsonObject } from '../../json-object'
import { toUnitVector } from '../../question/scoring/cosine'

const toVector = (row: unknown): UnitVector | null => {
  const values: readonly unknown[] = Array.isArray(row) ? row : []
  return values.every((value) => typeof value === 'number') ? toUnitVector(values) : null
}

/**
 * Reads the vectors that published models were found to make of the canned pictures, by the key of
 * {@link GoldenStore}: `public/models/goldens.json`, which `npm run models:prove` writes. An entry that is not one is
 * left out: without it the CPU is asked, as of any other model.
 */
export const parseGoldens = (json: unknown): ReadonlyMap<string, readonly UnitVector[]> => {
  const entries = isJsonObject(json) ? Object.entries(json) : []
  return new Map(
    entries.flatMap(([key, rows]) => {
      const vectors = Array.isArray(rows) ? rows.map(toVector) : []
      return vectors.length > 0 && vectors.every((vector) => vector !== null) ? [[key, vectors] as const] : []
    }),
  )
}
