/** Over how long frames are counted, in milliseconds. */
export const RATE_MS = 2000

/** Fewer than this say nothing of a rate. */
const FEWEST = 3

/**
 * Frames a second.
 * @param times when each of the newest frames was ranked, in milliseconds, oldest first.
 * @returns `null` while there are too few to say.
 */
export const frameRate = (times: readonly number[]): number | null => {
  const first = times.at(0)
  const last = times.at(-1)
  if (times.length < FEWEST || first === undefined || last === undefined || last <= first) return null
  return ((times.length - 1) * 1000) / (last - first)
}
