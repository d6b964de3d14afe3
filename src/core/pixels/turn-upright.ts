/** How stored pixels are turned to stand upright: first clockwise, then mirrored left to right. */
export interface Orientation {
  readonly rotation: 0 | 90 | 180 | 270
  readonly flip: boolean
}

/** Stored as it is seen. */
export const upright: Orientation = { rotation: 0, flip: false }

/** How to walk over stored pixels in upright order: the index of the first, the steps to the next column and row. */
interface UprightWalk {
  readonly start: number
  readonly nextColumn: number
  readonly nextRow: number
}

const uprightWalk = (width: number, height: number, { rotation, flip }: Orientation): UprightWalk => {
  const indexOf = (column: number, row: number): number => {
    const across = flip ? width - 1 - column : column
    switch (rotation) {
      case 0:
        return row * width + across
      case 90:
        return (width - 1 - across) * height + row
      case 180:
        return (height - 1 - row) * width + (width - 1 - across)
      case 270:
        return across * height + (height - 1 - row)
    }
  }
  const start = indexOf(0, 0)
  return { start, nextColumn: indexOf(1, 0) - start, nextRow: indexOf(0, 1) - start }
}

/**
 * Sets a whole picture upright. Copies 32-bit pixels.
 *
 * @param width of the upright picture, as `height`
 */
export const turnUpright = (
  stored: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  orientation: Orientation,
): Uint8ClampedArray<ArrayBuffer> => {
  const from = new Uint32Array(stored.buffer, stored.byteOffset, width * height)
  const to = new Uint32Array(width * height)
  const { start, nextColumn, nextRow } = uprightWalk(width, height, orientation)
  for (let row = 0; row < height; row++) {
    let at = start + row * nextRow
    for (let column = row * width; column < (row + 1) * width; column++) {
      to[column] = from[at] ?? 0
      at += nextColumn
    }
  }
  return new Uint8ClampedArray(to.buffer)
}

const orientations: readonly Orientation[] = [
  upright,
  { rotation: 0, flip: true },
  { rotation: 180, flip: false },
  { rotation: 180, flip: true },
  { rotation: 90, flip: true },
  { rotation: 90, flip: false },
  { rotation: 270, flip: true },
  { rotation: 270, flip: false },
]

/** What the number of TIFF 6.0's tag 274, which is EXIF's too, says; a number that it does not know means upright. */
export const orientationFromExif = (number: number): Orientation => orientations[number - 1] ?? upright
