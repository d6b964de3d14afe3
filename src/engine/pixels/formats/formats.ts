import { createLate, type Late } from '../../../core/async/late'
import type { ImageFormat } from '../../../core/pixels/header/image-header'
import type { DecodeFormat } from './format-decoder'

/**
 * Formats of which a browser that reads them makes the pixels that our decoder makes: JPEG XL in Chromium 156, to the
 * byte where it is coded without loss. What Safari makes of HEIC and TIFF no one here has seen.
 */
export const browserFirst: ReadonlySet<ImageFormat> = new Set(['JPEG XL'])

/** A folder each, loaded with the first file of its format. */
export const formats: Partial<Readonly<Record<ImageFormat, Late<DecodeFormat>>>> = {
  HEIC: createLate(() => import('./heif/decode-heif').then(({ decodeHeif }) => decodeHeif)),
  'JPEG XL': createLate(() => import('./jpeg-xl/decode-jpeg-xl').then(({ decodeJpegXl }) => decodeJpegXl)),
  RAW: createLate(() => import('./raw/decode-raw').then(({ decodeRaw }) => decodeRaw)),
  SVG: createLate(() => import('./svg/decode-svg').then(({ decodeSvg }) => decodeSvg)),
  TIFF: createLate(() => import('./tiff/decode-tiff').then(({ decodeTiff }) => decodeTiff)),
}
