/**
 * Lays a picture over white, in place, so that what is transparent looks as it does on a page: the colours
 * hidden under alpha 0 mean nothing, and are often black. Equal to Pillow's `paste` with a mask:
 * `(colour * alpha + 255 * (255 - alpha)) / 255`, rounded, without a division.
 *
 * @param rgba not premultiplied; every fourth byte becomes 255
 */
export const flattenAlpha = (rgba: Uint8Array | Uint8ClampedArray): void => {
  for (let pixel = 0; pixel < rgba.length; pixel += 4) {
    const alpha = rgba[pixel + 3] ?? 255
    if (alpha === 255) continue
    const white = 255 * (255 - alpha) + 128
    for (let at = pixel; at < pixel + 3; at++) {
      const sum = (rgba[at] ?? 0) * alpha + white
      rgba[at] = (sum + (sum >> 8)) >> 8
    }
    rgba[pixel + 3] = 255
  }
}
