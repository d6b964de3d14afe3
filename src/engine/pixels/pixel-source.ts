import { type Orientation, upright } from '../../core/pixels/turn-upright'

/** A rectangle in whole pixels that lies inside the picture as it is stored. */
export interface PixelRegion {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * A decoded picture whose pixels are fetched in bands, so that they need never lie in memory all at once:
 * allocating 48 MB for a 12-megapixel picture costs more time than reading it.
 */
export interface PixelSource {
  /** Of the upright picture, as `height`. */
  readonly width: number
  readonly height: number
  /** How the stored pixels are to be turned; turned by 90 or 270 degrees, stored rows are upright columns. */
  readonly orientation: Orientation
  /** Order of the colour channels; the fourth byte of a pixel is alpha. */
  readonly order: 'rgb' | 'bgr'
  /** True where every alpha is known to be 255 (or the fourth byte means nothing). */
  readonly opaque: boolean
  /** Writes the stored pixels of a region, not premultiplied, in rows that begin `stride` bytes apart. */
  readonly read: (region: PixelRegion, into: Uint8Array<ArrayBuffer>, stride: number) => void | Promise<void>
}

/** Size of the picture as it is stored: turned by 90 or 270 degrees, it lies on its side. */
export const storedSize = ({
  width,
  height,
  orientation: { rotation },
}: PixelSource): Pick<PixelRegion, 'width' | 'height'> =>
  rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height }

/** The same stored pixels, to be turned: of a picture whose orientation the browser has left alone. */
export const turnedPixels = (pixels: PixelSource, orientation: Orientation): PixelSource => {
  const { width, height } = pixels
  const liesOnItsSide = orientation.rotation === 90 || orientation.rotation === 270
  return {
    ...pixels,
    width: liesOnItsSide ? height : width,
    height: liesOnItsSide ? width : height,
    orientation,
  }
}

/** Copies `rows` rows of `length` bytes from one stride to another. */
export const copyRows = (
  from: Uint8Array | Uint8ClampedArray,
  fromStride: number,
  to: Uint8Array,
  toStride: number,
  length: number,
  rows: number,
): void => {
  if (length === fromStride && length === toStride) {
    to.set(from.subarray(0, length * rows))
    return
  }
  for (let row = 0; row < rows; row++) {
    to.set(from.subarray(row * fromStride, row * fromStride + length), row * toStride)
  }
}

/** A picture that lies upright in memory. `rgba` is read later: it must not change while it is in use. */
export const pixelsInMemory = (
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  { opaque }: { readonly opaque: boolean },
): PixelSource => ({
  width,
  height,
  orientation: upright,
  order: 'rgb',
  opaque,
  read: (region, into, stride) => {
    const start = (region.y * width + region.x) * 4
    copyRows(rgba.subarray(start), width * 4, into, stride, region.width * 4, region.height)
  },
})
