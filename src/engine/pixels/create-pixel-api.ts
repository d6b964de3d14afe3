import { transfer } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import { createLate, PartNotLoaded, toPartError } from '../../core/async/late'
import { MOSAIC_DRAWN, toMosaic } from '../../core/desk/duplicates/mosaic'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { frameOfCrops } from '../../core/pixels/crops/plan-crops'
import { sampleRows } from './sample-rows'
import { looksPhotographic } from '../../core/pixels/looks-photographic'
import { WHOLE_LIMIT_MEGAPIXELS } from '../../core/pixels/reduction'
import type { EngineTask, TaglensError } from '../../core/errors/taglens-error'
import type { PixelApi, PicturePreparation, PreparedPicture } from '../../protocol/pixel-api'
import { hang } from '../hang'
import { type DecodedPicture, decodeFrame, decodePicture } from './decode/decode-picture'
import type { Preprocessed, Preprocessor } from './picture-preprocessor'

/** Longest edge of a thumbnail: a grid card on a screen of two device pixels to one. */
const EDGE = 320

/** Of one that stands in the file's place everywhere: as large as most screens show it. */
const SHOWN_EDGE = 1280

/** JPEG: an eighth of PNG's size, and encoded several times as fast as WebP. */
const ENCODING = { type: 'image/jpeg', quality: 0.85 } as const

/**
 * A small rendition for grids, so that ten thousand pictures are never decoded to be looked at. Canvas quality
 * is good enough for eyes; models get exact pixels.
 */
const drawThumbnail = ({ drawable, turn, pixels, isShowable }: DecodedPicture): OffscreenCanvas => {
  const { width, height } = pixels
  const scale = Math.min(1, (isShowable ? EDGE : SHOWN_EDGE) / Math.max(width, height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new RangeError('No canvas to draw a thumbnail on')
  // JPEG has no alpha; the model sees transparent pictures over white too.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'medium'
  // About the middle: first turned, then mirrored, which a canvas is told the other way round.
  context.translate(canvas.width / 2, canvas.height / 2)
  if (turn.flip) context.scale(-1, 1)
  context.rotate((turn.rotation * Math.PI) / 180)
  const isOnSide = turn.rotation === 90 || turn.rotation === 270
  const [across, down] = isOnSide ? [canvas.height, canvas.width] : [canvas.width, canvas.height]
  context.drawImage(drawable, -across / 2, -down / 2, across, down)
  return canvas
}

/** Drawn from the thumbnail, which is upright and over white. */
const readMosaic = (thumbnail: OffscreenCanvas): Uint8Array<ArrayBuffer> => {
  const canvas = new OffscreenCanvas(MOSAIC_DRAWN, MOSAIC_DRAWN)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new RangeError('No canvas to draw a mosaic on')
  context.imageSmoothingQuality = 'medium'
  context.drawImage(thumbnail, 0, 0, MOSAIC_DRAWN, MOSAIC_DRAWN)
  return toMosaic(context.getImageData(0, 0, MOSAIC_DRAWN, MOSAIC_DRAWN).data)
}

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

// Named inside, so that the bundler leaves the library's other hashes out: 216 kB became 18.
const hashing = createLate(() => import('hash-wasm').then(({ sha256 }) => ({ sha256 })))

/** SHA-256 in hexadecimal: the browser's own, or on insecure origins, which have none, a slower one that is fetched. */
const hashPicture = async (bytes: ArrayBuffer): Promise<string> => {
  // Absent there, whatever the types say.
  const { subtle } = crypto as { subtle?: SubtleCrypto }
  if (subtle) return toHex(await subtle.digest('SHA-256', bytes))
  const { sha256 } = await hashing.load()
  return sha256(new Uint8Array(bytes))
}

/** What an exception means; decoders and canvases report a refusal of memory as a `RangeError` or in words. */
const toPixelError = (error: unknown, doing: EngineTask): TaglensError =>
  error instanceof RangeError
    ? { code: 'OUT_OF_MEMORY', doing }
    : error instanceof PartNotLoaded
      ? toPartError(error)
      : { code: 'UNEXPECTED', detail: String(error) }

/** What of a file is kept in memory between its hashing and its decoding: a larger one is read again. */
const READ_ONCE_BYTES = 4e6

/** The hash of a file, and the file as it was read, so that it is not read again. Throws where it cannot be read. */
const identifyWhole = async (picture: Blob) => {
  const bytes = await picture.arrayBuffer()
  const sha256 = await hashPicture(bytes)
  return bytes.byteLength > READ_ONCE_BYTES
    ? { sha256, picture }
    : { sha256, picture: new Blob([bytes]), bytes: new Uint8Array(bytes) }
}

/** What is wrong with a file that cannot be hashed. */
const toReadError = (error: unknown, name: string): TaglensError =>
  error instanceof DOMException
    ? { code: 'IMAGE_DECODE_FAILED', name, format: 'unreadable' }
    : toPixelError(error, { reading: name })

/** What a model is given of a picture, and of which part of it that is. */
const seenOf = ({ plan, tensor, more }: Preprocessed) => ({
  frame: frameOfCrops([plan, ...more.map((crop) => crop.plan)]),
  tensor,
  ...(more.length > 0 && { more: more.map((crop) => crop.tensor) }),
})

const buffersOf = ({ tensor, more = [] }: Pick<PreparedPicture, 'tensor' | 'more'>): ArrayBuffer[] =>
  [tensor, ...more].map(({ buffer }) => buffer)

/** Builds what the pixel worker offers. */
export const createPixelApi = (preprocessor: Preprocessor): PixelApi => {
  /** Decodes, preprocesses and hands both to `use`; the decoded picture is closed whatever comes of it. */
  const withPicture = async <T>(
    { picture, bytes }: { readonly picture: Blob; readonly bytes?: Uint8Array<ArrayBuffer> },
    name: string,
    { recipe, reading }: PicturePreparation,
    signal: AbortSignal,
    onProgress: () => void,
    use: (decoded: DecodedPicture, preprocessed: Preprocessed) => Promise<T>,
  ): Promise<Outcome<T>> => {
    const fast = reading === 'fast' && { fast: recipe.fit }
    const options = { name, limitMegapixels: WHOLE_LIMIT_MEGAPIXELS, ...fast, signal, onProgress, bytes }
    const decoded = await decodePicture(picture, options)
    if (decoded.kind !== 'done') return decoded
    try {
      const preprocessed = await preprocessor.preprocess(decoded.value.pixels, recipe, signal)
      return preprocessed.kind === 'done' ? done(await use(decoded.value, preprocessed.value)) : preprocessed
    } catch (error) {
      return failed(toPixelError(error, { reading: name }))
    } finally {
      decoded.value.close()
    }
  }

  return {
    identify: async (picture, name, signal) => {
      if (signal.aborted) return cancelled
      try {
        return done(await hashPicture(await picture.arrayBuffer()))
      } catch (error) {
        return failed(toReadError(error, name))
      }
    },
    prepare: async (picture, name, preparation, signal, onProgress) => {
      const startedAt = performance.now()
      let read: Awaited<ReturnType<typeof identifyWhole>> | { readonly picture: Blob } = { picture }
      try {
        if (preparation.identifies && !signal.aborted) read = await identifyWhole(picture)
      } catch (error) {
        return failed(toReadError(error, name))
      }
      const sha256 = 'sha256' in read && { sha256: read.sha256 }
      const outcome = await withPicture(
        read,
        name,
        preparation,
        signal,
        onProgress,
        async (decoded, preprocessed) => {
          const { width, height, format, pixels, reducedBy, noisy, isShowable } = decoded
          const rows = await sampleRows(pixels)
          const thumbnail = drawThumbnail(decoded)
          return {
            ...sha256,
            width,
            height,
            reducedBy,
            noisy,
            isShowable,
            ...seenOf(preprocessed),
            photographic: looksPhotographic(rows.pixels, rows.width, format),
            thumbnail: await thumbnail.convertToBlob(ENCODING),
            mosaic: readMosaic(thumbnail),
            time: (performance.now() - startedAt) as Milliseconds,
          }
        },
      )
      return outcome.kind === 'done' ? transfer(outcome, buffersOf(outcome.value)) : outcome
    },
    prepareFrame: async (frame, recipe, signal) => {
      const startedAt = performance.now()
      try {
        const pixels = await decodeFrame(frame)
        try {
          const preprocessed = await preprocessor.preprocess(pixels, recipe, signal)
          if (preprocessed.kind !== 'done') return preprocessed
          const seen = seenOf(preprocessed.value)
          const rows = await sampleRows(pixels)
          return transfer(
            done({
              width: pixels.width,
              height: pixels.height,
              ...seen,
              // Sent through a codec that levels out small differences, and kept as a JPEG.
              photographic: looksPhotographic(rows.pixels, rows.width, 'JPEG'),
              time: (performance.now() - startedAt) as Milliseconds,
            }),
            buffersOf(seen),
          )
        } finally {
          pixels.close()
        }
      } catch (error) {
        return failed(toPixelError(error, 'resizing a picture'))
      }
    },
    view: async (picture, name, recipe, signal, onProgress) => {
      const outcome = await withPicture(
        { picture },
        name,
        { recipe, reading: 'exact' },
        signal,
        onProgress,
        (_decoded, { plan, crop }) => Promise.resolve({ width: plan.width, height: plan.height, rgba: crop }),
      )
      return outcome.kind === 'done' ? transfer(outcome, [outcome.value.rgba.buffer]) : outcome
    },
    hang,
  }
}
