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
  const known: number[] = []
  const unknown: number[] = []
  for (const [place, key] of keys.entries()) (Number.isNaN(key) ? unknown : known).push(place)
  const sign = descending ? -1 : 1
  known.sort((a, b) => sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) || a - b)
  return [...known, ...unknown].map((place) => rows[place] ?? 0)
}

/** The key by sureness: what has no answer is not unsure, and comes last where the least sure come first. */
export const surenessKey = (sureness: number, descending: boolean): number =>
  descending || sureness >= 0 ? sureness : NaN
