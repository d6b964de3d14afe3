const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** A size in decimal units as people read it: `153 MB`, `1.4 GB`, `812 B`. */
export const formatBytes = (bytes: number): string => {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${UNITS[unit] ?? 'B'}`
}

/** Made once: `toLocaleString` makes one anew at each call, which shows while hundreds of counts change. */
const numbers = new Intl.NumberFormat('en')

/** A whole number with separators between thousands. */
export const formatCount = (count: number): string => numbers.format(count)

/** `6 s`, `2 min`, `1 h 5 min`: a rough time, as a person would say it. */
export const formatDuration = (seconds: number): string => {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}

/** Milliseconds of one computation: `14 ms`, `0.4 ms`, `1.2 s`. */
export const formatMilliseconds = (milliseconds: number): string => {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`
  return `${milliseconds < 1 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`
}

/** A cosine as a column of numbers: `.274`, `-.012`. */
export const formatCosine = (value: number): string =>
  value
    .toFixed(3)
    .replace(/^(-?)0(?=\.)/, '$1')
    .replace('-', '\u2212')

/** `1 picture`, `12 pictures`. */
export const plural = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
