/** Squares across and down. */
export const MOSAIC_SIDE = 16

/** Bytes of a mosaic: red, green and blue of each square, row after row. */
export const MOSAIC_LENGTH = MOSAIC_SIDE * MOSAIC_SIDE * 3

/** Pixels across and down that a mosaic is made from: a picture that was drawn so small, whatever its shape. */
export const MOSAIC_DRAWN = 64

/**
 * What a picture looks like in 16 x 16 squares of their mean colours, by which copies of it are known: it stays nearly the
 * same when a picture is saved again, in another format or at another size.
 *
 * @param rgba opaque pixels, {@link MOSAIC_DRAWN} across and down.
 */
export const toMosaic = (rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> => {
  const mosaic = new Uint8Array(MOSAIC_LENGTH)
  const step = MOSAIC_DRAWN / MOSAIC_SIDE
  for (let square = 0; square < MOSAIC_SIDE * MOSAIC_SIDE; square += 1) {
    const left = (square % MOSAIC_SIDE) * step
    const top = Math.floor(square / MOSAIC_SIDE) * step
    const sums = [0, 0, 0] as [number, number, number]
    for (let y = top; y < top + step; y += 1)
      for (let x = left; x < left + step; x += 1) {
        const at = (y * MOSAIC_DRAWN + x) * 4
        sums[0] += rgba[at] ?? 0
        sums[1] += rgba[at + 1] ?? 0
        sums[2] += rgba[at + 2] ?? 0
      }
    sums.forEach((sum, channel) => {
      mosaic[square * 3 + channel] = Math.round(sum / (step * step))
    })
  }
  return mosaic
}

/**
 * How far two mosaics of one picture are apart, at most: of any number, and by the root of the mean square.
 *
 * Of 83 pictures (the 43 reference photographs and 40 drawings of the built-in model's kind) every copy lay within: as JPEG
 * from quality 0.3 on, as WebP, at 0.75 and half its size, at 1.6 times, at 160 px; of drawings at 79 px that were saved as
 * JPEG a third did. Of the same pictures with a spot of 8 % of their side in another colour, moved by 2 % or cut by 3 %
 * none did; moved or cut by 1 %, one in ten. `npm run bench -- --views` asks the same of five hundred each. Signs of differences between neighbours (dHash)
 * are noise in even areas, which drawings are made of, and take two drawings of one shape in other colours for one.
 */
export const SAME_AT_MOST = { each: 14, root: 3 } as const

const MOST_SQUARES = SAME_AT_MOST.root ** 2 * MOSAIC_LENGTH

/** Whether two mosaics are of one picture. */
export const isSameMosaic = (a: Uint8Array, b: Uint8Array): boolean => {
  let squares = 0
  for (let i = 0; i < MOSAIC_LENGTH; i += 1) {
    const apart = (a[i] ?? 0) - (b[i] ?? 0)
    if (apart > SAME_AT_MOST.each || apart < -SAME_AT_MOST.each) return false
    squares += apart * apart
    if (squares > MOST_SQUARES) return false
  }
  return true
}
