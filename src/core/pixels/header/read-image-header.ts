import type { ImageFormat, ImageHeader, SizeReader } from './image-header'
import { isoMediaSize, jpegXlSize } from './iso-media-size'
import { bmpSize, gifSize, icoSize, pngSize, webpSize } from './raster-size'
import { sniffFormat } from './sniff-format'
import { readTiffDirectory, readTiffStart } from './tiff-directory'

/** Start of frame in any coding: C0 to CF without the tables (C4, CC) and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Frames whose pixels come in one pass, with 8 bits. */
const isBaseline = (marker: number): boolean => marker === 0xc0 || marker === 0xc1

/** Markers without a length: fill, escapes, restarts, start of image. */
const standsAlone = (marker: number): boolean =>
  marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0xff

/**
 * JPEG: walks from segment to segment to the frame header. Colour profiles, previews and maker notes may put
 * it megabytes behind the start. Junk between segments is skipped, as decoders do.
 */
const jpegSize: SizeReader = (view) => {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return isBaseline(marker) ? { ...size, reducible: true } : size
    }
    // The scan or the end of the image came first: there is no frame.
    if (marker === 0xda || marker === 0xd9) return undefined
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

const sizeReaders: Partial<Record<ImageFormat, SizeReader>> = {
  PNG: pngSize,
  JPEG: jpegSize,
  WebP: webpSize,
  GIF: gifSize,
  BMP: bmpSize,
  ICO: icoSize,
  AVIF: isoMediaSize,
  HEIC: isoMediaSize,
  'JPEG XL': jpegXlSize,
}

/** What is bounded by other means than a size in its header. */
const boundless: readonly ImageFormat[] = ['SVG', 'RAW']

/** Whether files of this format can be read here, by the browser or by a decoder of ours. */
export const isReadableFormat = (format: ImageFormat): boolean =>
  sizeReaders[format] !== undefined || format === 'TIFF' || boundless.includes(format)

/** TIFF keeps its size in a directory that may lie anywhere; most writers put it behind the pixels. */
const readTiffHeader = (bytes: Uint8Array): ImageHeader => {
  const start = readTiffStart(bytes)
  if (!start) return { kind: 'unsized', format: 'TIFF' }
  if (start.directoryAt >= bytes.length) return { kind: 'cut-off', format: 'TIFF', at: start.directoryAt }
  const header = readTiffDirectory(bytes.subarray(start.directoryAt), start)
  return header.kind === 'cut-off' ? { ...header, at: start.directoryAt } : header
}

/**
 * Names a file's format and finds its size without decoding it. Never throws, whatever the bytes; takes time
 * in proportion to their number at worst (a JPEG made of junk), so give it a bounded part of the file's
 * beginning and ask again with more where the answer is `cut-off`.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader => {
  const format = sniffFormat(bytes)
  if (format === 'TIFF') return readTiffHeader(bytes)
  if (boundless.includes(format)) return { kind: 'boundless', format }
  const readSize = sizeReaders[format]
  if (!readSize) return { kind: 'unsized', format }
  try {
    const size = readSize(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return size ? { kind: 'sized', format, ...size } : { kind: 'unsized', format }
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'cut-off', format }
    throw error
  }
}
