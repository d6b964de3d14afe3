/** A rectangle in whole pixels that lies inside the picture. */
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
  readonly width: number
  readonly height: number
  /** Order of the colour channels; the fourth byte of a pixel is alpha. */
  readonly order: 'rgb' | 'bgr'
  /** True where every alpha is known to be 255 (or the fourth byte means nothing). */
  readonly opaque: boolean
  /**
   * Writes the region's pixels into the first `width * height * 4` bytes of `into`, not premultiplied. `into`
   * begins at a multiple of 4 bytes in its buffer.
   */
  readonly read: (region: PixelRegion, into: Uint8Array<ArrayBuffer>) => void | Promise<void>
}

/** A picture that lies in memory already. `rgba` is read later: it must not change while it is in use. */
export const pixelsInMemory = (
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  { opaque }: { readonly opaque: boolean },
): PixelSource => ({
  width,
  height,
  order: 'rgb',
  opaque,
  read: (region, into) => {
    const rowBytes = region.width * 4
    if (region.width === width) {
      const start = region.y * rowBytes
      into.set(rgba.subarray(start, start + region.height * rowBytes))
      return
    }
    for (let row = 0; row < region.height; row++) {
      const start = ((region.y + row) * width + region.x) * 4
      into.set(rgba.subarray(start, start + rowBytes), row * rowBytes)
    }
  },
})
