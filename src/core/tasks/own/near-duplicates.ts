import { timesTransposed, toDoubles } from './linear/matrix'

/** Two pictures whose vectors point so nearly the same way show the same, such as frames of one burst. */
const NEAR = 0.985

/**
 * Puts near-duplicates into one group: all that are linked by pairs of cosine above 0.985. Held out apart from each
 * other they would make any head look good.
 * @param ids of the examples, each once.
 * @returns the group of each, named by the first of its ids in their own order.
 */
export const groupNearDuplicates = (
  ids: readonly string[],
  vectors: Float32Array,
  width: number,
): readonly string[] => {
  const count = ids.length
  const rows = toDoubles(vectors)
  const cosines = timesTransposed(rows, rows, width)
  const leader = ids.map((_, i) => i)
  const leaderOf = (i: number): number => {
    let at = i
    while (leader[at] !== at) at = leader[at] as number
    return at
  }
  const idOf = (i: number): string => ids[i] ?? ''
  for (let i = 0; i < count; i += 1)
    for (let j = 0; j < i; j += 1) {
      if ((cosines[i * count + j] as number) <= NEAR) continue
      const [a, b] = [leaderOf(i), leaderOf(j)]
      if (a !== b) leader[idOf(a) < idOf(b) ? b : a] = idOf(a) < idOf(b) ? a : b
    }
  return ids.map((_, i) => idOf(leaderOf(i)))
}
