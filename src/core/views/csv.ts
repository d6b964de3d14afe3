/** What a spreadsheet would take for a formula, blanks that it may strip before it left aside. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@]|^[\t\r]/u

/**
 * A text as a CSV cell: quoted where it must be, and with an apostrophe before what a spreadsheet would run as
 * a formula. Numbers are written as they are: they are no text, and a negative one is no formula.
 */
const toCell = (value: string | number | boolean | null): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as RFC 4180 has them, with a line end behind the last one. */
export const toCsv = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
