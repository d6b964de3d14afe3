const formatter = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago, roughly: `just now`, `2 hours ago`, `yesterday`. Both in milliseconds since 1970. */
export const formatAgo = (then: number, now: number): string => {
  const ago = Math.max(0, now - then)
  if (ago < MINUTE) return 'just now'
  if (ago < HOUR) return formatter.format(-Math.floor(ago / MINUTE), 'minute')
  if (ago < DAY) return formatter.format(-Math.floor(ago / HOUR), 'hour')
  return formatter.format(-Math.floor(ago / DAY), 'day')
}
