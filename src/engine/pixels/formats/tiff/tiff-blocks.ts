import type { GeoTIFFImage } from 'geotiff'
import { readImageHeader } from '../../../../core/pixels/header/read-image-header'

/** No coding packs a byte of one colour into less than a 1,400th: LZW comes nearest. Missing strips would. */
const MOST_PACKED = 1500

/** A strip or tile of more bytes than this, unpacked, is there to exhaust memory. */
const MOST_BLOCK_BYTES = 1e9

/** Strips may share bytes, as blank ones do; but to read a file over and over is work without end. */
const MOST_TIMES_READ = 4
const MOST_READ_ANYHOW = 256e6

/** A JPEG's frame header stands behind its tables, and a profile at most. */
const JPEG_START_BYTES = 128 * 1024
const JPEG = 7

/** How a TIFF's numbers are packed. */
export interface Packing {
  readonly compression: number
  readonly samples: number
  /** Of the deepest number of a pixel. */
  readonly bits: number
}

/**
 * Whether a strip or tile is larger than anyone makes one, or than the whole file can hold packed: it would be unpacked
 * whole.
 */
export const isBlockTooLarge = (
  image: GeoTIFFImage,
  { samples, bits }: Packing,
  fileBytes: number,
): boolean =>
  image.getTileWidth() * image.getTileHeight() * samples * Math.ceil(bits / 8) >
  Math.min(MOST_BLOCK_BYTES, fileBytes * MOST_PACKED)

type Tag = Parameters<GeoTIFFImage['fileDirectory']['hasTag']>[0]

const listOf = async (image: GeoTIFFImage, tag: Tag): Promise<readonly number[]> =>
  Array.from((await image.fileDirectory.loadValue(tag)) as ArrayLike<number>, Number)

/** Whether one of a TIFF's JPEGs says that it has more pixels than its strip or tile: room would be made for them all. */
const hasLargeJpeg = async (
  file: Blob,
  image: GeoTIFFImage,
  offsets: readonly number[],
): Promise<boolean> => {
  // Padded to whole blocks of 16 x 16.
  const most = (image.getTileWidth() + 16) * (image.getTileHeight() + 16)
  for (const offset of offsets) {
    const start = await file.slice(offset, offset + JPEG_START_BYTES).arrayBuffer()
    const header = readImageHeader(new Uint8Array(start))
    if (header.kind === 'sized' && header.width * header.height > most) return true
  }
  return false
}

/**
 * Whether a TIFF says by its lists that it has more than it can have: more pixels than its bytes can hold packed, more
 * strips or tiles than it lists, or such of more bytes than there are.
 */
export const claimsTooMuch = async (
  file: Blob,
  image: GeoTIFFImage,
  { compression, samples, bits }: Packing,
): Promise<boolean> => {
  const [width, height] = [image.getWidth(), image.getHeight()]
  if ((width * height * samples * bits) / 8 > file.size * MOST_PACKED) return true
  const across = Math.ceil(width / image.getTileWidth())
  const down = Math.ceil(height / image.getTileHeight())
  const blocks = across * down * (image.planarConfiguration === 2 ? samples : 1)
  const [offsets, counts] = image.isTiled
    ? [await listOf(image, 'TileOffsets'), await listOf(image, 'TileByteCounts')]
    : [await listOf(image, 'StripOffsets'), await listOf(image, 'StripByteCounts')]
  // Also what is no number.
  if (!(blocks <= Math.min(offsets.length, counts.length))) return true
  const packed = counts.reduce((sum, count) => sum + Math.min(count, file.size), 0)
  if (packed > Math.max(file.size * MOST_TIMES_READ, MOST_READ_ANYHOW)) return true
  return compression === JPEG && hasLargeJpeg(file, image, offsets)
}
