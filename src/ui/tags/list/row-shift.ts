/**
 * How far a row stands from its place while another is dragged over the list, in rows: 0, or 1 up or down to
 * make room.
 */
export const rowShift = (index: number, from: number, to: number): -1 | 0 | 1 => {
  if (index > from && index <= to) return -1
  if (index < from && index >= to) return 1
  return 0
}

/** The place over which a row is held that began at `from` and was dragged by `distance` px. */
export const placeUnder = (from: number, distance: number, rowHeight: number, count: number): number =>
  Math.max(0, Math.min(count - 1, from + Math.round(distance / rowHeight)))
