import type { ImageFormat } from './header/image-header'

/**
 * Least share of equal neighbours of a drawing. Pens leave areas of one colour, sensors leave noise. Of 500 drawings
 * of the built-in model's kind at 256 x 256, one falls below; of the 18 photographs without loss or nearly so, all
 * but a black silhouette of a horse do.
 */
const EQUAL_NEIGHBOURS = 0.45

/**
 * The same for files of a format that is made for photographs, which levels out small differences: of 25 photographs
 * as JPEG and WebP the evenest has 0.77. Two in five drawings that are saved so reach it, the others are taken for
 * photographs: a warning too many costs less than trust in an answer that means nothing.
 */
const EQUAL_NEIGHBOURS_OF_LOSSY = 0.8

/**
 * Most of a drawing that is pure black, as a share. Of 2,000 drawings of the built-in model's kind none has more than a
 * twentieth: pens are coloured or dark, and paper is light. Silhouettes, masks and shots in the dark have more; that model
 * has seen nothing like them.
 */
const PURE_BLACK = 0.15

const LOSSY: ReadonlySet<ImageFormat> = new Set<ImageFormat>(['JPEG', 'WebP', 'AVIF', 'HEIC', 'JPEG XL'])

/**
 * Whether a picture is to be treated as a photograph: whatever is not surely a drawing is. A hint for people, not a
 * fact.
 *
 * @param pixels rows of the decoded picture at its own size, 4 bytes a pixel, one after the other. A resized picture
 * would not do: resizing makes noise even and edges soft.
 * @param width of a row in pixels.
 * @param format of the file that it was decoded from.
 */
export const looksPhotographic = (pixels: Uint8Array, width: number, format: ImageFormat): boolean => {
  let pairs = 0
  let equal = 0
  let black = 0
  for (let at = 0; at + 4 < pixels.length; at += 4) {
    // What is transparent is often stored as black.
    if (pixels[at] === 0 && pixels[at + 1] === 0 && pixels[at + 2] === 0 && pixels[at + 3] === 255) black += 1
    if ((at / 4 + 1) % width === 0) continue
    pairs += 1
    if (
      pixels[at] === pixels[at + 4] &&
      pixels[at + 1] === pixels[at + 5] &&
      pixels[at + 2] === pixels[at + 6]
    )
      equal += 1
  }
  const least = LOSSY.has(format) ? EQUAL_NEIGHBOURS_OF_LOSSY : EQUAL_NEIGHBOURS
  return pairs > 0 && (equal / pairs < least || (black * 4) / pixels.length > PURE_BLACK)
}
