const SIDE = 32

/** Bytes of a pattern in which hardly two pixels are alike: some browsers leave plain areas as they are. */
const pattern = (): Uint8ClampedArray<ArrayBuffer> => {
  const bytes = new Uint8ClampedArray(SIDE * SIDE * 4)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = i % 4 === 3 ? 255 : (i * 37 + (i >> 5) * 11) % 256
  return bytes
}

/**
 * Whether this browser changes pixels as they are read from a canvas, so that pages cannot tell devices apart by them
 * (Brave, Firefox when it resists fingerprinting, some extensions). A known pattern is put there and read again.
 */
export const isCanvasNoisy = (): boolean => {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })
  if (!context) return false
  const expected = pattern()
  context.putImageData(new ImageData(expected, SIDE, SIDE), 0, 0)
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  return expected.some((byte, i) => byte !== data[i])
}
