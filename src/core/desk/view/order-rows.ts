/**
 * Puts rows in order by a number each.
 *
 * @param rows in the order of arrival, which stays among equals.
 * @param keyOf `NaN` where a row has no such number: it comes last, whichever way.
 */
export const orderRows = (
  rows: readonly number[],
  keyOf: (row: number) => number,
  descending: boolean,
): readonly number[] => {
  const keys = Float64Array.from(rows, keyOf)
  const sign = descending ? -1 : 1
  return Array.from(rows, (_, place) => place)
    .sort((a, b) => {
      const [one = NaN, other = NaN] = [keys[a], keys[b]]
      if (one === other) return a - b
      if (Number.isNaN(one)) return Number.isNaN(other) ? a - b : 1
      return Number.isNaN(other) ? -1 : sign * (one - other)
    })
    .map((place) => rows[place] ?? 0)
}

/** The key by sureness: what has no answer is not unsure, and comes last where the least sure come first. */
export const surenessKey = (sureness: number, descending: boolean): number =>
  descending || sureness >= 0 ? sureness : NaN
