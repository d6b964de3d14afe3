import type { Milliseconds } from '../core/brands'
import type { CropFrame } from '../core/pixels/crops/crop-frame'
import type { Outcome } from '../core/errors/outcome'
import type { Recipe } from '../core/pixels/recipe'
import type { Reading, Reduction } from '../core/pixels/reduction'

/** What is known of a picture once it has been decoded, whatever its name and the model. */
export interface PictureFacts {
  /** Of its bytes, hex. */
  readonly sha256: string
  /** Upright size of the picture, whole. */
  readonly width: number
  readonly height: number
  /** Whether the browser can show the file itself; else `thumbnail` stands in its place, and is as large as a screen. */
  readonly isShowable: boolean
  /** A small JPEG for grids, over white. */
  readonly thumbnail: Blob
  /** Whether it looks like a photograph: a hint that a model of drawings is the wrong one to ask. */
  readonly photographic: boolean
  /** By which copies of it are known, as of `toMosaic`; absent where a version before these has read it. */
  readonly mosaic?: Uint8Array<ArrayBuffer>
}

/** How a picture is made ready. */
export interface PicturePreparation {
  readonly recipe: Recipe
  readonly reading: Reading
  /** Whether its bytes are hashed too: of one that is likely to be new, so that its file is read once. */
  readonly identifies?: boolean
}

/** A picture made ready for one model. */
export interface PreparedPicture extends Omit<PictureFacts, 'sha256'> {
  /** As of {@link PixelApi.identify}, where it was asked for. */
  readonly sha256?: string
  readonly frame: CropFrame
  /** How many times smaller each side was decoded than it is, see `Reading`. */
  readonly reducedBy: 1 | Reduction
  /** Whether this browser changed its pixels as they were read, against the recognition of devices. */
  readonly noisy: boolean
  /** Normalised float32 planes R, G, B: `3 x recipe height x recipe width`. Transferred. */
  readonly tensor: Float32Array<ArrayBuffer>
  /** Of a long picture of which all is looked at: the crops behind the first, which `tensor` is. Transferred. */
  readonly more?: readonly Float32Array<ArrayBuffer>[]
  readonly time: Milliseconds
}

/** One frame of a camera, a shared window or a video. Transferred to the worker, which closes it. */
export type LiveFrame = VideoFrame | ImageBitmap

/** A frame made ready for one model: what {@link PreparedPicture} has, without what only a list needs. */
export type PreparedFrame = Pick<
  PreparedPicture,
  'width' | 'height' | 'frame' | 'tensor' | 'more' | 'photographic' | 'time'
>

/** The model's view of a picture, before normalisation: RGBA, opaque, `width x height x 4`. Transferred. */
export interface CropView {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

/** What the pixel worker does. Every method decodes hostile bytes, so the page may end the worker at any time. */
export interface PixelApi {
  /** SHA-256 of the bytes, hex. Fails where the file cannot be read (deleted meanwhile, no permission). */
  identify(picture: Blob, name: string, signal: AbortSignal): Promise<Outcome<string>>
  /**
   * Decodes, resizes, crops, normalises. `name` goes into errors. `onProgress` tells that it goes on, where a decoder is
   * fetched first.
   */
  prepare(
    picture: Blob,
    name: string,
    preparation: PicturePreparation,
    signal: AbortSignal,
    onProgress: () => void,
  ): Promise<Outcome<PreparedPicture>>
  /** The same with a frame, exactly as with a file of its pixels; it is neither hashed nor drawn small. */
  prepareFrame(frame: LiveFrame, recipe: Recipe, signal: AbortSignal): Promise<Outcome<PreparedFrame>>
  /** The pixels that {@link PixelApi.prepare} normalises, read exactly, to be looked at. */
  view(
    picture: Blob,
    name: string,
    recipe: Recipe,
    signal: AbortSignal,
    onProgress: () => void,
  ): Promise<Outcome<CropView>>
  /** Never answers again, as behind a wedged driver. For the tests that prove the page survives it. */
  hang(): Promise<void>
}
