/** Fewer than this say more about their own sizes than about the machine. */
const FEWEST = 3

/**
 * Pictures a second that one after another would give, by the median of the newest times, so that one huge
 * picture does not count for many small ones.
 *
 * @param times milliseconds of each picture, preparing and encoding together.
 * @returns `null` while there are too few to say.
 */
export const pictureSpeed = (times: readonly number[]): number | null => {
  if (times.length < FEWEST) return null
  const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return median > 0 ? 1000 / median : null
}
