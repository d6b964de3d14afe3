import { parseGoldens } from '../../../src/core/runtime/self-check/published-goldens.ts'

/** The vectors of `public/models/goldens.json` by key; of an empty text none. */
export const readGoldens = (text: string): Map<string, readonly Float32Array[]> =>
  new Map(text === '' ? [] : parseGoldens(JSON.parse(text)))

/** Moves a cosine by less than one part in a million. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** The file's content: of unit length, rounded, in the order of their keys. */
export const formatGoldens = (vectorsByKey: ReadonlyMap<string, readonly Float32Array[]>): string => {
  const unit = (vector: Float32Array) => {
    const length = Math.hypot(...vector)
    return Array.from(vector, (value) => round(value / length))
  }
  const sorted = [...vectorsByKey].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted.map(([key, vectors]) => [key, vectors.map(unit)])))}\n`
}
