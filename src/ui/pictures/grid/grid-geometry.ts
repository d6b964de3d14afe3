/** Sizes of the grid in px. Cells are square pictures with a line of text below. */
export interface GridGeometry {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** Between cells and around all. */
  readonly gap: number
}

/** Height of the line below each picture. */
const CAPTION_HEIGHT = 36

/** As many columns as fit a picture of a size worth looking at; never fewer than two. */
export const gridGeometry = (width: number): GridGeometry => {
  const small = width < 480
  const gap = small ? 8 : 12
  const least = small ? 132 : 148
  const columns = Math.max(2, Math.floor((width - gap) / (least + gap)))
  const cellWidth = Math.max(1, (width - gap * (columns + 1)) / columns)
  return { columns, cellWidth, cellHeight: cellWidth + CAPTION_HEIGHT, gap }
}

/**
 * A rectangle in the grid's own coordinates, scrolled part included. Across they count from the side where lines
 * begin.
 */
export interface Band {
  readonly start: number
  readonly top: number
  readonly end: number
  readonly bottom: number
}

/** Which cells a rubber band touches, in order. */
export const cellsInBand = (band: Band, geometry: GridGeometry, count: number): number[] => {
  const { columns, cellWidth, cellHeight, gap } = geometry
  const first = (position: number, size: number) => Math.ceil((position - gap - size) / (size + gap))
  const last = (position: number, size: number) => Math.floor((position - gap) / (size + gap))
  const fromColumn = Math.max(0, first(band.start, cellWidth))
  const toColumn = Math.min(columns - 1, last(band.end, cellWidth))
  const cells: number[] = []
  for (let row = Math.max(0, first(band.top, cellHeight)); row <= last(band.bottom, cellHeight); row += 1)
    for (let column = fromColumn; column <= toColumn; column += 1) {
      const cell = row * columns + column
      if (cell < count) cells.push(cell)
    }
  return cells
}
