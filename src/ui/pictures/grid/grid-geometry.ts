import { CARD_SIZES } from '../../../core/preferences/card-sizes'

/** Sizes of the grid in px. Cells are square pictures with a line of text below. */
export interface GridGeometry {
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** Between cells and around all. */
  readonly gap: number
}

/** Height of the line below each picture, and of the one with its name. */
const CAPTION_HEIGHT = 36
const NAME_HEIGHT = 20

/** On a phone cards are smaller by so much, and no fewer than two stand side by side as long as they are of the usual size. */
const SMALL = 132 / CARD_SIZES.usual

/** As many columns as fit pictures of at least this size. */
export const gridGeometry = (width: number, wanted: number, namesShown: boolean): GridGeometry => {
  const size = Math.max(CARD_SIZES.least, Math.min(CARD_SIZES.most, wanted))
  const small = width < 480
  const gap = small ? 8 : 12
  const least = small ? size * SMALL : size
  const fewest = size <= CARD_SIZES.usual ? 2 : 1
  const columns = Math.max(fewest, Math.floor((width - gap) / (least + gap)))
  const cellWidth = Math.max(1, (width - gap * (columns + 1)) / columns)
  return { columns, cellWidth, cellHeight: cellWidth + CAPTION_HEIGHT + (namesShown ? NAME_HEIGHT : 0), gap }
}

/** What a key makes of a size: a fifth more, or as much less. */
export const nextCardSize = (size: number, way: 1 | -1): number =>
  Math.max(CARD_SIZES.least, Math.min(CARD_SIZES.most, Math.round(size * (way > 0 ? 1.2 : 1 / 1.2))))

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
