import type { Picture } from '../app-state'

/** The pictures that have the same bytes as one before them, by their ids. Samples are no one's. */
export const repeatedPictures = (pictures: readonly Picture[]): readonly string[] => {
  const seen = new Set<string>()
  return pictures.flatMap(({ id, isSample, phase }) => {
    const sha256 = phase.facts?.sha256
    if (isSample || sha256 === undefined) return []
    if (seen.has(sha256)) return [id]
    seen.add(sha256)
    return []
  })
}
