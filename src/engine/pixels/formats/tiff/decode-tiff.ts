import { fromBlob, type GeoTIFFImage } from 'geotiff'
import { claimsMoreThanFile, readTiffStart } from '../../../../core/pixels/header/tiff-directory'
import { orientationFromExif, turnUpright } from '../../../../core/pixels/turn-upright'
import type { DecodedFile, DecodeFormat } from '../format-decoder'
import { claimsTooMuch, isBlockTooLarge } from './tiff-blocks'
import { useBoundedCodings } from './tiff-codings'
import { planColours, type TiffColours } from './tiff-colours'

/** Pixels that are read at a time; a strip or tile that is larger is read whole. */
const BAND_PIXELS = 4e6

/**
 * None, LZW, JPEG, Deflate by both of its numbers, and PackBits. Not read are the codings of faxes, JPEG as TIFF 6.0 had
 * it, and those that `scripts/build/format-decoders-plugin.ts` leaves out.
 */
const READ_COMPRESSIONS = new Set([1, 5, 7, 8, 32946, 32773])

/** What describes a picture, as far as it decides whether and how it is read. */
const readTags = async (image: GeoTIFFImage) => {
  const { fileDirectory: directory } = image
  // One bit per pixel is what TIFF takes where nothing is said; the library would take none.
  if (!directory.hasTag('BitsPerSample')) directory.actualizedFields.set(258, [1])
  const numbers = async (tag: number): Promise<readonly number[]> => {
    const value: unknown = directory.hasTag(tag) ? await directory.loadValue(tag) : []
    return typeof value === 'number' ? [value] : Array.from(value as ArrayLike<number>, Number)
  }
  const number = async (tag: number, usual: number): Promise<number> => (await numbers(tag))[0] ?? usual
  return {
    compression: await number(259, 1),
    photometric: await number(262, 1),
    orientation: await number(274, 1),
    samples: image.getSamplesPerPixel(),
    bits: await numbers(258),
    /** 1: whole numbers; 2: with a sign; 3: floating point. */
    sampleFormat: await number(339, 1),
    extraSample: await number(338, 0),
    colorMap: await numbers(320),
  }
}

/** Reads all pixels, in bands of whole strips or rows of tiles, as stored. */
const readStored = async (
  image: GeoTIFFImage,
  colours: TiffColours,
  onProgress: () => void,
): Promise<Uint8ClampedArray<ArrayBuffer>> => {
  const width = image.getWidth()
  const height = image.getHeight()
  const block = Math.max(1, image.getTileHeight())
  const rows = Math.max(1, Math.floor(BAND_PIXELS / width / block)) * block
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows)
    const raster = await image.readRasters({
      window: [0, top, width, bottom],
      samples: [...colours.samples],
      interleave: true,
    })
    colours.write(raster, rgba.subarray(top * width * 4, bottom * width * 4))
    onProgress()
  }
  return rgba
}

/** Entries that are looked at lie in the first 64 kB of their directory, of which they fill 5,000. */
const isOverstated = async (file: Blob): Promise<boolean> => {
  const start = readTiffStart(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (!start) return false
  const directory = await file.slice(start.directoryAt, start.directoryAt + 0x10000).arrayBuffer()
  return claimsMoreThanFile(new Uint8Array(directory), start, file.size)
}

/** TIFF by geotiff: the first page, turned as its tag says, its numbers made the bytes that Pillow makes of them. */
export const decodeTiff: DecodeFormat = async (file, isTooLarge, onProgress): Promise<DecodedFile> => {
  if (await isOverstated(file)) throw new Error('a list in it is longer than the file')
  const tiff = await fromBlob(file)
  const image = await tiff.getImage(0)
  const stated = { width: image.getWidth(), height: image.getHeight() }
  if (isTooLarge(stated)) return { kind: 'too-large', ...stated }
  const tags = await readTags(image)
  const colours = READ_COMPRESSIONS.has(tags.compression) ? planColours(tags) : undefined
  const packing = { compression: tags.compression, samples: tags.samples, bits: Math.max(...tags.bits) }
  if (!colours || isBlockTooLarge(image, packing, file.size)) return { kind: 'refused', problem: 'unusual' }
  if (await claimsTooMuch(file, image, packing)) throw new Error('it says that it has more than it can have')
  useBoundedCodings()
  const stored = await readStored(image, colours, onProgress)
  const orientation = orientationFromExif(tags.orientation)
  const isOnSide = orientation.rotation === 90 || orientation.rotation === 270
  const width = isOnSide ? stated.height : stated.width
  const height = isOnSide ? stated.width : stated.height
  const isUpright = orientation.rotation === 0 && !orientation.flip
  return {
    kind: 'pixels',
    rgba: isUpright ? stored : turnUpright(stored, width, height, orientation),
    width,
    height,
  }
}
