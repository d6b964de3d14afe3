/**
 * A share as the ranking shows it, without the sign: one decimal below 10, none above, `< 0.1` for what would
 * round to nothing. Never `100` for less than all and never `NaN`, which say what is not known.
 */
export const formatPercent = (share: number): string => {
  if (!Number.isFinite(share)) return '–'
  const percent = Math.max(0, Math.min(100, share * 100))
  if (percent === 0) return '0'
  if (percent < 0.1) return '< 0.1'
  if (percent < 9.95) return percent.toFixed(1)
  return percent < 100 ? Math.min(99, Math.round(percent)).toString() : '100'
}
