import { readFileSync } from 'node:fs'
import path from 'node:path'
import { encodePng } from '../../scripts/fixtures/encode-png.ts'
import { colours, type Colour } from '../../src/testing/color-model/colours.ts'

/** A file as a test hands it to the page. */
export interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const SIZE = { width: 120, height: 90 }

const png = (name: string, buffer: Buffer): PictureFile => ({ name, mimeType: 'image/png', buffer })

/** A picture of one colour, which the colour model recognises for certain. */
export const plainPicture = (colour: Colour, name = `${colour}.png`, size = SIZE): PictureFile =>
  png(
    name,
    encodePng(size, () => colours[colour]),
  )

/** From one colour at the left to another at the right. */
export const gradientPicture = (from: Colour, to: Colour, name: string, size = SIZE): PictureFile =>
  png(
    name,
    encodePng(size, (x) => {
      const share = x / (size.width - 1)
      const mix = (channel: 0 | 1 | 2) =>
        Math.round(colours[from][channel] * (1 - share) + colours[to][channel] * share)
      return [mix(0), mix(1), mix(2)]
    }),
  )

/** As many pictures as wanted, each of other content than the rest, so that none is known before. */
export const manyPictures = (count: number, size = SIZE): PictureFile[] =>
  Array.from({ length: count }, (_, i) =>
    png(
      `picture ${i + 1}.png`,
      encodePng(size, (x, y) => [(i * 37) % 256, (x + i * 11) % 256, (y * 2 + i) % 256]),
    ),
  )

const FORMATS = path.join(import.meta.dirname, '../../src/testing/pixels/formats')

/** A picture of a format that browsers do not read, e.g. `heic/plain.heic`. */
export const formatPicture = (file: string): PictureFile => ({
  name: path.basename(file),
  mimeType: '',
  buffer: readFileSync(path.join(FORMATS, file)),
})

/** A JPEG XL that is damaged: what the browser cannot read of them is given to the decoder that others need. */
export const damagedJxl = (): PictureFile => {
  const { buffer, ...file } = formatPicture('jxl/lossy.jxl')
  return { ...file, name: 'damaged.jxl', buffer: buffer.subarray(0, 100) }
}

/** A drawing of nothing but a square. */
export const svgPicture = (): PictureFile => ({
  name: 'square.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="red" d="M0 0h9v9H0z"/></svg>',
  ),
})

/** A file that says it is a PNG and ends in the middle of its pixels. */
export const brokenPicture = (name = 'broken.png'): PictureFile => {
  const { buffer } = gradientPicture('red', 'blue', name)
  return png(name, buffer.subarray(0, 60))
}
