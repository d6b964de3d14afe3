/** Frames of one video at most: an hour at one in two seconds. */
export const MOST_FRAMES = 1800

/** Seconds between two frames that are offered. */
export const INTERVALS = [0.2, 0.5, 1, 2, 5, 10, 30] as const

/**
 * When frames of a video are taken, in seconds from its beginning: from the first, one in `every` seconds, and no more
 * than {@link MOST_FRAMES}.
 * @param duration in seconds; a stream without an end, or a file that does not tell, has none.
 */
export const frameTimes = (duration: number, every: number): readonly number[] => {
  if (!Number.isFinite(duration) || duration <= 0 || every <= 0) return []
  // A hair before the end there is no frame left to show, in most browsers.
  const count = Math.min(MOST_FRAMES, Math.max(1, Math.ceil(duration / every)))
  // Steps are multiplied and not added up, or a tenth would drift.
  return Array.from({ length: count }, (_, i) => Math.round(i * every * 1000) / 1000)
}

const digits = (value: number, length = 2): string => String(value).padStart(length, '0')

/** `holiday/00.01.05.500.jpg`: in the order of the names they are in the order of time. */
export const frameName = (video: string, seconds: number): string => {
  const all = Math.round(seconds * 1000)
  const time = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, Math.floor(all / 1000) % 60]
  return `${video.replace(/\.[^.]+$/, '')}/${[...time.map((part) => digits(part)), digits(all % 1000, 3)].join('.')}.jpg`
}

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
