import { toUnitVectors } from '../../../src/core/question/scoring/cosine.ts'
import { roundedGolden } from '../../../src/core/runtime/self-check/judge-probe.ts'
import { parseGoldens } from '../../../src/core/runtime/self-check/published-goldens.ts'

/** The vectors of `public/models/goldens.json` by key; of an empty text none. */
export const readGoldens = (text: string): Map<string, readonly Float32Array[]> =>
  new Map(text === '' ? [] : parseGoldens(JSON.parse(text)))

/** The file's content: of unit length, rounded, in the order of their keys. Throws where a vector has no direction. */
export const formatGoldens = (vectorsByKey: ReadonlyMap<string, readonly Float32Array[]>): string => {
  const sorted = [...vectorsByKey].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = sorted.map(([key, vectors]) => {
    const units = toUnitVectors(vectors)
    if (!units) throw new Error(`A vector of ${key} has no direction.`)
    return [key, units.map(roundedGolden)] as const
  })
  return `${JSON.stringify(Object.fromEntries(rows))}\n`
}
