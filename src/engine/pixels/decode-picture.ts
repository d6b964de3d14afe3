import type { ImageFormat, ImageHeader } from '../../core/pixels/header/image-header'
import { readImageHeader } from '../../core/pixels/header/read-image-header'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { bitmapPixels } from './bitmap-pixels'
import type { PixelSource } from './pixel-source'

/** A picture in memory, upright, first frame only. The caller closes it. */
export interface DecodedPicture {
  /** For drawing, e.g. a thumbnail. Not premultiplied, colour profile ignored. */
  readonly bitmap: ImageBitmap
  /** By the file's own bytes. */
  readonly format: ImageFormat
  /** For the model, see `Preprocessor.preprocess`. */
  readonly pixels: PixelSource
  readonly close: () => void
}

export interface DecodeOptions {
  /** Goes into errors. */
  readonly name: string
  /** Pictures of more than this many million pixels are not decoded. */
  readonly limitMegapixels: number
  readonly signal: AbortSignal
}

/** Most headers end within the first kilobytes; a profile, a preview and maker notes may come to megabytes. */
const headerBytes = [256 * 1024, 16 * 1024 * 1024]

const readHeader = async (blob: Blob): Promise<ImageHeader> => {
  let header: ImageHeader = { kind: 'unsized', format: 'unknown' }
  for (const length of headerBytes) {
    header = readImageHeader(new Uint8Array(await blob.slice(0, length).arrayBuffer()))
    if (header.kind !== 'cut-off' || blob.size <= length) break
  }
  return header
}

/**
 * As Pillow decodes: EXIF orientation applied, colour profiles ignored, alpha kept apart. Chromium's pixels are
 * Pillow's, byte for byte, on all reference photos; another browser's decoder may differ.
 */
const bitmapOptions: ImageBitmapOptions = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
}

/**
 * Decodes a picture of any kind that this browser reads. Its header comes first: what is over the limit, what
 * states no size and what no browser takes (SVG, TIFF, a page of HTML) is never given to a decoder.
 *
 * Fails with `IMAGE_TOO_LARGE` or `IMAGE_DECODE_FAILED`. A decode under way cannot be stopped: after an abort
 * its result is dropped.
 */
export const decodePicture = async (
  blob: Blob,
  { name, limitMegapixels, signal }: DecodeOptions,
): Promise<Outcome<DecodedPicture>> => {
  // A function, since the compiler takes a value that was read once as settled.
  const isAborted = () => signal.aborted
  if (isAborted()) return cancelled
  const undecodable = (format: string) => failed({ code: 'IMAGE_DECODE_FAILED', name, format })
  const tooLarge = ({ width, height }: { readonly width: number; readonly height: number }) =>
    failed({ code: 'IMAGE_TOO_LARGE', name, width, height, limitMegapixels })
  const isTooLarge = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
    width * height > limitMegapixels * 1e6

  // A file that was moved or deleted since it was chosen rejects.
  const header = await readHeader(blob).catch(() => undefined)
  if (!header) return undecodable('unreadable')
  if (header.kind !== 'sized' || header.width === 0 || header.height === 0) return undecodable(header.format)
  if (isTooLarge(header)) return tooLarge(header)

  const bitmap = await createImageBitmap(blob, bitmapOptions).catch(() => undefined)
  if (!bitmap) return isAborted() ? cancelled : undecodable(header.format)
  // Read again: a decoder may know better than a header.
  if (isAborted() || isTooLarge(bitmap)) {
    const { width, height } = bitmap
    bitmap.close()
    return isAborted() ? cancelled : tooLarge({ width, height })
  }
  const pixels = bitmapPixels(bitmap)
  return done({
    bitmap,
    format: header.format,
    pixels,
    close: () => {
      pixels.close()
      bitmap.close()
    },
  })
}
