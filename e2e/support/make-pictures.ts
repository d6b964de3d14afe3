import { readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { colours, type Colour, type Rgb } from '../../src/testing/color-model/colours.ts'

/** A file as a test hands it to the page. */
export interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

interface Size {
  readonly width: number
  readonly height: number
}

const SIZE: Size = { width: 120, height: 90 }

const chunk = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of 8-bit RGB, unfiltered. `pixelAt` gives the colour of a place. */
const encodePng = ({ width, height }: Size, pixelAt: (x: number, y: number) => Rgb): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(pixelAt(x, y), y * (1 + width * 3) + 1 + x * 3)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

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
