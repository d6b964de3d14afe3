import type { Translate } from './translate'

/** Figures as people who read a language write them. */
export interface Formats {
  /** A whole number with separators between thousands. */
  count(value: number): string
  /** A number with this many decimals. */
  decimal(value: number, digits: number): string
  /** As {@link Formats.decimal}, without zeros at its end. */
  shortDecimal(value: number, digits: number): string
  /** A size in decimal units: `153 MB`, `1.4 GB`, `812 B`. */
  bytes(value: number): string
  /** `6 s`, `2 min`, `1 h 5 min`: a rough time, as a person would say it. */
  duration(seconds: number): string
  /** What is left of a wait, which is seen to run: `3:20`, `0:07`. */
  countdown(seconds: number): string
  /** Milliseconds of one computation: `14 ms`, `0.4 ms`, `1.2 s`. */
  milliseconds(value: number): string
  /** How many a second: one decimal below ten, none above. */
  rate(perSecond: number): string
  /** A cosine as a column of numbers: `.274`, `−.012`. */
  cosine(value: number): string
  /**
   * A share from 0 to 1 as the ranking shows it, without the sign: one decimal below 10, none above, `< 0.1` for
   * what would round to nothing. Never `100` for less than all and never `NaN`, which say what is not known.
   */
  percent(share: number): string
  /** A share as it is read aloud: `93 percent`, `less than 0.1 percent`. */
  spokenPercent(share: number): string
  /** How long ago, roughly: `just now`, `2 hours ago`, `yesterday`. Both in milliseconds since 1970. */
  ago(then: number, now: number): string
  /** Things side by side, without a word before the last: `one, two, three`. */
  list(parts: readonly string[]): string
  /** Pixels of a picture: `640 × 480`. */
  size(width: number, height: number): string
  /** A time of today, to the second. In milliseconds since 1970. */
  time(at: number): string
}

const UNITS = ['units.bytes', 'units.kilobytes', 'units.megabytes', 'units.gigabytes'] as const

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Made once: making one shows while hundreds of counts change. */
const createNumbers = (locale: string) => {
  const made = new Map<string, Intl.NumberFormat>()
  return (value: number, least: number, most: number): string => {
    const key = `${least} ${most}`
    const known =
      made.get(key) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })
    made.set(key, known)
    // Rounded as `toFixed` does, which the limits below are made for: Intl rounds what is printed, 1.45 to 1.5.
    return known.format(Number(value.toFixed(most))).replace(/\u200e?-/, '\u2212')
  }
}

/**
 * Creates the formats of a language.
 * @param locale its BCP 47 tag, with the digits that columns need.
 * @param isolate keeps a figure that begins with a sign in one piece where text runs from right to left.
 */
export const createFormats = (locale: string, t: Translate, isolate: (figure: string) => string): Formats => {
  const number = createNumbers(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' })
  const decimal = (value: number, digits: number) => isolate(number(value, digits, digits))
  const shortDecimal = (value: number, digits: number) => isolate(number(value, 0, digits))
  const count = (value: number) => number(value, 0, 0)

  const percentFigure = (percent: number): string => {
    if (percent === 0) return count(0)
    if (percent < 9.95) return decimal(percent, 1)
    return count(percent < 100 ? Math.min(99, Math.round(percent)) : 100)
  }
  const percentOf = (share: number) => Math.max(0, Math.min(100, share * 100))
  const isLittle = (percent: number) => percent > 0 && percent < 0.1

  return {
    count,
    decimal,
    shortDecimal,
    bytes: (bytes) => {
      let value = Math.max(0, bytes)
      let unit = 0
      while (value >= 999.5 && unit < UNITS.length - 1) {
        value /= 1000
        unit += 1
      }
      const digits = unit === 0 || value >= 99.5 ? 0 : 1
      return t(UNITS[unit] ?? 'units.bytes', { value: shortDecimal(value, digits) })
    },
    duration: (seconds) => {
      if (seconds < 90) return t('units.seconds', { value: count(Math.max(1, Math.round(seconds))) })
      const minutes = Math.round(seconds / 60)
      if (minutes < 60) return t('units.minutes', { value: count(minutes) })
      const hours = count(Math.floor(minutes / 60))
      const rest = minutes % 60
      return rest === 0
        ? t('units.hours', { value: hours })
        : t('units.hoursMinutes', { hours, minutes: count(rest) })
    },
    countdown: (seconds) =>
      isolate(`${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`),
    milliseconds: (value) => {
      if (value >= 1000) return t('units.seconds', { value: decimal(value / 1000, 1) })
      return t('units.milliseconds', { value: value < 1 ? decimal(value, 1) : count(value) })
    },
    rate: (perSecond) => (perSecond < 9.95 ? decimal(perSecond, 1) : count(perSecond)),
    cosine: (value) => isolate(number(value, 3, 3).replace(/^(\u2212?)0(?=[.,])/, '$1')),
    percent: (share) => {
      if (!Number.isFinite(share)) return '–'
      const percent = percentOf(share)
      return isLittle(percent) ? isolate(`< ${number(0.1, 1, 1)}`) : percentFigure(percent)
    },
    spokenPercent: (share) => {
      const percent = percentOf(share)
      return isLittle(percent)
        ? t('units.percentSpokenLess', { value: decimal(0.1, 1) })
        : t('units.percentSpoken', { value: Number.isFinite(share) ? percentFigure(percent) : '–' })
    },
    ago: (then, now) => {
      const ago = Math.max(0, now - then)
      if (ago < MINUTE) return t('units.justNow')
      if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute')
      if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), 'hour')
      return relative.format(-Math.floor(ago / DAY), 'day')
    },
    list: (parts) => parts.join(t('units.comma')),
    size: (width, height) => isolate(`${width} × ${height}`),
    time: (at) => clock.format(at),
  }
}
