/**
 * A picture that any language can draw again in a few lines, so that a reference made elsewhere needs no file:
 * ramps, noise (Numerical Recipes' linear congruential generator) and hard edges that make bicubic overshoot.
 *
 * @returns opaque RGBA
 */
export const pixelPattern = (width: number, height: number): Uint8ClampedArray<ArrayBuffer> => {
  const rgba = new Uint8ClampedArray(width * height * 4)
  let state = 1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const noise = state >>> 24
      const checker = (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 1 ? 255 : 0
      rgba.set([(x * 37 + y * 11 + (noise & 31)) & 255, noise, checker, 255], (y * width + x) * 4)
    }
  }
  return rgba
}

/** The colours alone, as Pillow's `tobytes()` of an RGB picture gives them. */
export const rgbOf = (
  pixels: Uint8Array | Uint8ClampedArray,
  order: 'rgb' | 'bgr' = 'rgb',
): Uint8Array<ArrayBuffer> => {
  const rgb = new Uint8Array((pixels.length / 4) * 3)
  const [red, blue] = order === 'rgb' ? [0, 2] : [2, 0]
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from + red] ?? 0
    rgb[to + 1] = pixels[from + 1] ?? 0
    rgb[to + 2] = pixels[from + blue] ?? 0
  }
  return rgb
}

/** SHA-256 in hex. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
