import type { ImageFormat } from '../../../core/pixels/header/image-header'
import { obtainPart, PartNotLoaded, toPartError } from '../../../core/async/late'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { DecodeProblem } from '../../../core/errors/taglens-error'
import {
  fastReductionOf,
  REDUCED_LIMIT_MEGAPIXELS,
  reductionOf,
  type Reduction,
} from '../../../core/pixels/reduction'
import type { Fit } from '../../../core/pixels/recipe'
import { type Orientation, upright } from '../../../core/pixels/turn-upright'
import { type BitmapPixels, bitmapPixels, framePixels } from '../bitmap-pixels'
import { decodeReduced } from './decode-reduced'
import { browserFirst, formats } from '../formats/formats'
import { type PixelSource, turnedPixels } from '../pixel-source'
import { readHeader, readTurn, type PictureHeader } from './read-file-start'

/** A picture in memory, first frame only. The caller closes it. */
export interface DecodedPicture {
  /** For drawing, e.g. a thumbnail. Not premultiplied, colour profile ignored. */
  readonly drawable: ImageBitmap | VideoFrame
  /** How what is drawn is to be turned to stand upright, where the browser does not turn it. */
  readonly turn: Orientation
  /** Upright and whole, as the file states it; `pixels` has fewer where it was reduced. */
  readonly width: number
  readonly height: number
  /** By the file's own bytes. */
  readonly format: ImageFormat
  /** For the model, see `Preprocessor.preprocess`. */
  readonly pixels: PixelSource
  /** How many times smaller each side was decoded: 1, save where a JPEG is too large to be decoded whole or is read fast. */
  readonly reducedBy: 1 | Reduction
  /** Whether this browser changed pixels as they were read, see `bitmap-pixels.ts`. */
  readonly noisy: boolean
  /** Whether the browser can show the file itself without harm. */
  readonly isShowable: boolean
  readonly close: () => void
}

export interface DecodeOptions {
  /** Goes into errors. */
  readonly name: string
  /** Pictures of more than this many million pixels are not decoded whole. */
  readonly limitMegapixels: number
  /** Reads large JPEGs fast, for a model that takes pictures in this way; exactly where it is absent. */
  readonly fast?: Fit
  /** All of the file, where it has been read: its beginning is not read again. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined
  readonly signal: AbortSignal
  /** Called when a decoder has arrived and when one is done, each of which may take seconds. */
  readonly onProgress?: () => void
}

interface Size {
  readonly width: number
  readonly height: number
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
 * The pixels of one live frame, which is closed with them. A camera's are in colours of its own (YUV): they become RGB
 * here, as those of a file do when it is decoded.
 */
export const decodeFrame = async (frame: VideoFrame | ImageBitmap): Promise<BitmapPixels> => {
  try {
    const bitmap = await createImageBitmap(frame, bitmapOptions)
    const pixels = bitmapPixels(bitmap)
    return {
      ...pixels,
      close: () => {
        pixels.close()
        bitmap.close()
      },
    }
  } finally {
    frame.close()
  }
}

const ignore = () => undefined

/** Browsers say so in words alone; a `RangeError` may also be a file that points behind its end. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && /alloc|memory|array length/i.test(error.message)

const fromBitmap = (
  bitmap: ImageBitmap,
  format: ImageFormat,
  isShowable: boolean,
  turn: Orientation,
): DecodedPicture => {
  const stored = bitmapPixels(bitmap)
  const pixels = turn === upright ? stored : turnedPixels(stored, turn)
  return {
    drawable: bitmap,
    turn,
    width: pixels.width,
    height: pixels.height,
    format,
    pixels,
    reducedBy: 1,
    noisy: stored.noisy,
    isShowable,
    close: () => {
      stored.close()
      bitmap.close()
    },
  }
}

/** A picture of so many pixels is answered before a sign of life would help: a message for each costs the page. */
const QUICK_PIXELS = 4e6

/**
 * Decodes a picture of any kind that this browser reads, or that a decoder of ours does (`formats/`). Its header comes
 * first: what is over the limit, what states no size and what no one takes (a page of HTML) is never given to a
 * decoder. A JPEG over the limit, or one that is read fast, is decoded at a fraction of its size, where the browser can.
 *
 * Fails with `IMAGE_TOO_LARGE`, `IMAGE_DECODE_FAILED`, or `PART_NOT_LOADED` where a decoder does not arrive. A decode
 * under way cannot be stopped: after an abort its result is dropped.
 */
export const decodePicture = async (blob: Blob, options: DecodeOptions): Promise<Outcome<DecodedPicture>> => {
  const { name, limitMegapixels, fast, signal, onProgress } = options
  // A function, since the compiler takes a value that was read once as settled.
  const isAborted = () => signal.aborted
  if (isAborted()) return cancelled
  const undecodable = (format: string, problem?: DecodeProblem) =>
    failed({ code: 'IMAGE_DECODE_FAILED', name, format, ...(problem && { problem }) })
  const tooLarge = ({ width, height }: Size, limit = limitMegapixels, isProgressive = false) =>
    failed({
      code: 'IMAGE_TOO_LARGE',
      name,
      width,
      height,
      limitMegapixels: limit,
      // Where the browser cannot decode at a half, another coding helps no one.
      ...(isProgressive && typeof ImageDecoder !== 'undefined' && { progressive: true }),
    })
  const isTooLarge = ({ width, height }: Size): boolean => width * height > limitMegapixels * 1e6

  /** At a fraction of its sides; `whole` where this browser cannot. */
  const decodeFraction = async (
    header: PictureHeader,
    reduction: Reduction,
    isShowable: boolean,
  ): Promise<DecodedPicture | 'damaged' | 'whole'> => {
    const frame = await decodeReduced(blob, header, reduction)
    onProgress?.()
    if (frame === 'damaged') return frame
    const pixels = frame && framePixels(frame)
    if (!pixels) {
      frame?.close()
      return 'whole'
    }
    const isOnSide = pixels.width < pixels.height !== header.width < header.height
    return {
      drawable: frame,
      turn: upright,
      width: isOnSide ? header.height : header.width,
      height: isOnSide ? header.width : header.height,
      format: header.format,
      pixels,
      reducedBy: reduction,
      noisy: pixels.noisy,
      isShowable,
      close: () => {
        pixels.close()
        frame.close()
      },
    }
  }

  const decodeLarge = async (header: PictureHeader): Promise<Outcome<DecodedPicture>> => {
    const reduction = reductionOf(header, limitMegapixels)
    if (!reduction) return tooLarge(header, header.reducible ? REDUCED_LIMIT_MEGAPIXELS : limitMegapixels)
    if (!header.reducible) return tooLarge(header, limitMegapixels, header.format === 'JPEG')
    const decoded = await decodeFraction(header, reduction, false)
    if (decoded === 'damaged') return isAborted() ? cancelled : undecodable(header.format)
    if (decoded === 'whole') return isAborted() ? cancelled : tooLarge(header)
    if (!isAborted()) return done(decoded)
    decoded.close()
    return cancelled
  }

  /** Undefined where it is to be decoded whole, which also tells what is wrong with a damaged one. */
  const decodeFast = async (header: PictureHeader): Promise<Outcome<DecodedPicture> | undefined> => {
    const reduction = fast && header.reducible ? fastReductionOf(header, fast) : undefined
    const decoded = reduction && (await decodeFraction(header, reduction, true))
    if (typeof decoded !== 'object') return undefined
    if (!isAborted()) return done(decoded)
    decoded.close()
    return cancelled
  }

  const decodeBitmap = async (
    source: ImageBitmapSource,
    format: ImageFormat,
    isShowable: boolean,
    turn = upright,
  ) => {
    const bitmap = await createImageBitmap(source, bitmapOptions).catch(() => undefined)
    const isQuick = source === blob && bitmap && bitmap.width * bitmap.height <= QUICK_PIXELS
    if (!isQuick) onProgress?.()
    if (!bitmap) return isAborted() ? cancelled : undecodable(format)
    // Read again: a decoder may know better than a header.
    if (isAborted() || isTooLarge(bitmap)) {
      const { width, height } = bitmap
      bitmap.close()
      return isAborted() ? cancelled : tooLarge({ width, height })
    }
    return done(fromBitmap(bitmap, format, isShowable, turn))
  }

  const decodeByFormat = async (format: ImageFormat): Promise<Outcome<DecodedPicture> | undefined> => {
    const part = formats[format]
    if (!part) return undefined
    if (browserFirst.has(format)) {
      const native = await decodeBitmap(blob, format, true)
      if (native.kind !== 'failed' || native.error.code !== 'IMAGE_DECODE_FAILED') return native
    }
    const decode = await obtainPart(part)
    if (decode.kind !== 'done') return decode
    onProgress?.()
    const decoded = await decode.value(blob, isTooLarge, onProgress ?? ignore).catch((error: unknown) => {
      if (error instanceof PartNotLoaded) return failed(toPartError(error))
      return isOutOfMemory(error)
        ? failed({ code: 'OUT_OF_MEMORY', doing: { reading: name } })
        : undecodable(format)
    })
    onProgress?.()
    if (isAborted()) return cancelled
    switch (decoded.kind) {
      case 'failed':
        return decoded
      case 'pixels': {
        const { rgba, width, height } = decoded
        // Also what is no number.
        if (!(width > 0 && height > 0)) return undecodable(format)
        return isTooLarge(decoded)
          ? tooLarge(decoded)
          : decodeBitmap(new ImageData(rgba, width, height), format, false)
      }
      case 'picture': {
        const inner = await decodePicture(decoded.picture, { ...options, bytes: undefined })
        return inner.kind === 'done' ? done({ ...inner.value, isShowable: false }) : inner
      }
      case 'refused':
        return undecodable(format, decoded.problem)
      case 'too-large':
        return tooLarge(decoded)
    }
  }

  // A file that was moved or deleted since it was chosen rejects.
  const read = await readHeader(blob, options.bytes).catch(() => undefined)
  if (!read) return undecodable('unreadable')
  const { header, start } = read
  if (header.kind !== 'boundless') {
    if (header.kind !== 'sized' || header.width === 0 || header.height === 0)
      return undecodable(header.format)
    if (isTooLarge(header)) return decodeLarge(header)
    const decoded = await decodeFast(header)
    if (decoded) return decoded
  }
  const { format } = header
  const decoded = await decodeByFormat(format)
  if (decoded) return decoded
  const { stored, turn } = await readTurn(blob, format, start)
  return decodeBitmap(stored, format, turn === upright, turn)
}
