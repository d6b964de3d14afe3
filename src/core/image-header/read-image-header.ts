import type { ImageFormat, ImageHeader, SizeReader } from './image-header'
import { isoMediaSize, jpegXlSize } from './iso-media-size'
import { jpegSize } from './jpeg-size'
import { bmpSize, gifSize, icoSize, pngSize, webpSize } from './raster-size'
import { sniffFormat } from './sniff-format'

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

/**
 * Names a file's format and finds its size without decoding it. Never throws, whatever the bytes; takes time
 * in proportion to their number at worst (a JPEG made of junk), so give it a bounded part of the file's
 * beginning and ask again with more where the answer is `cut-off`.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader => {
  const format = sniffFormat(bytes)
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
