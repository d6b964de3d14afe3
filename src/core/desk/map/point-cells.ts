/** Points in squares of a grid over -1 to 1, so that what lies near a place is found without looking at all. */
export interface PointCells {
  /** Points by square, row after row. */
  readonly order: Uint32Array<ArrayBuffer>
  /** Where in `order` each square begins; one more for the end. */
  readonly starts: Uint32Array<ArrayBuffer>
}

/** Squares across and down. */
const SIDE = 64

const cellOf = (value: number): number =>
  Math.max(0, Math.min(SIDE - 1, Math.floor(((value + 1) / 2) * SIDE)))

/** Puts points into squares, in two passes. */
export const toPointCells = (x: Float32Array, y: Float32Array): PointCells => {
  const starts = new Uint32Array(SIDE * SIDE + 1)
  const cells = Uint16Array.from(x, (value, i) => cellOf(y[i] ?? 0) * SIDE + cellOf(value))
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < SIDE * SIDE; cell += 1)
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  const order = new Uint32Array(cells.length)
  const next = starts.slice()
  cells.forEach((cell, point) => {
    const at = next[cell] ?? 0
    order[at] = point
    next[cell] = at + 1
  })
  return { order, starts }
}

/** The point nearest to a place, no farther than `radius`; `null` where there is none. */
export const nearestPoint = (
  { x, y, cells }: { readonly x: Float32Array; readonly y: Float32Array; readonly cells: PointCells },
  at: { readonly x: number; readonly y: number },
  radius: number,
): number | null => {
  let nearest: number | null = null
  let least = radius * radius
  for (let row = cellOf(at.y - radius); row <= cellOf(at.y + radius); row += 1)
    for (let column = cellOf(at.x - radius); column <= cellOf(at.x + radius); column += 1) {
      const cell = row * SIDE + column
      for (let i = cells.starts[cell] ?? 0; i < (cells.starts[cell + 1] ?? 0); i += 1) {
        const point = cells.order[i] ?? 0
        const distance = ((x[point] ?? 0) - at.x) ** 2 + ((y[point] ?? 0) - at.y) ** 2
        if (distance > least) continue
        least = distance
        nearest = point
      }
    }
  return nearest
}
