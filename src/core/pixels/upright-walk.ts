/** How stored pixels are turned to stand upright: first clockwise, then mirrored left to right. */
export interface Orientation {
  readonly rotation: 0 | 90 | 180 | 270
  readonly flip: boolean
}

interface Region {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the pixels of an upright region are stored, and how to walk over them in upright order. */
export interface UprightWalk {
  /** The stored rectangle that holds them all. */
  readonly stored: Region
  /** Index in `stored`, row by row, of the region's first pixel; then the steps to the next column and row. */
  readonly start: number
  readonly nextColumn: number
  readonly nextRow: number
}

/**
 * @param region in the upright picture
 * @param width of the whole upright picture, as `height`
 */
export const uprightWalk = (
  region: Region,
  width: number,
  height: number,
  { rotation, flip }: Orientation,
): UprightWalk => {
  const locate = (column: number, row: number): readonly [number, number] => {
    const across = flip ? width - 1 - column : column
    switch (rotation) {
      case 0:
        return [across, row]
      case 90:
        return [row, width - 1 - across]
      case 180:
        return [width - 1 - across, height - 1 - row]
      case 270:
        return [height - 1 - row, across]
    }
  }
  const [x0, y0] = locate(region.x, region.y)
  const [x1, y1] = locate(region.x + region.width - 1, region.y + region.height - 1)
  const stored = {
    x: Math.min(x0, x1),
    y: Math.min(y0, y1),
    width: Math.abs(x1 - x0) + 1,
    height: Math.abs(y1 - y0) + 1,
  }
  const indexOf = (column: number, row: number): number => {
    const [x, y] = locate(column, row)
    return (y - stored.y) * stored.width + (x - stored.x)
  }
  const start = indexOf(region.x, region.y)
  return {
    stored,
    start,
    nextColumn: indexOf(region.x + 1, region.y) - start,
    nextRow: indexOf(region.x, region.y + 1) - start,
  }
}

/**
 * Columns that are walked together: across a turned picture each step is a new cache line, and this many lines
 * stay in a first-level cache until the next row wants their next pixel.
 */
const blockColumns = 128

/** Copies whole pixels, as 32-bit numbers, to upright order: `target` has `width` to a row. */
export const copyUpright = (
  source: Uint32Array,
  target: Uint32Array,
  width: number,
  walk: UprightWalk,
): void => {
  const { start, nextColumn, nextRow } = walk
  const height = target.length / width
  for (let block = 0; block < width; block += blockColumns) {
    const end = Math.min(width, block + blockColumns)
    for (let row = 0; row < height; row++) {
      let from = start + row * nextRow + block * nextColumn
      for (let at = row * width + block; at < row * width + end; at++) {
        target[at] = source[from] ?? 0
        from += nextColumn
      }
    }
  }
}
