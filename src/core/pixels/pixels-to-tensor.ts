import type { Recipe } from './recipe'

/**
 * What each of the 256 values of one channel becomes. Rounded to float32 after every step, as the float32
 * pipelines do (`x * rescale`, `- mean`, `/ std`).
 */
const channelTable = (rescale: number, mean: number, std: number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, value) =>
    Math.fround(Math.fround(Math.fround(value * rescale) - Math.fround(mean)) / Math.fround(std)),
  )

/**
 * Interleaved bytes to the planes that a model takes.
 *
 * @param rgbx 4 bytes a pixel, the fourth is not looked at
 * @returns float32 `[3, height, width]`: all of R, then all of G, then all of B; the other way round where the
 * recipe says so. Mean and standard deviation are in the order of the planes.
 */
export const pixelsToTensor = (
  rgbx: Uint8Array | Uint8ClampedArray,
  { rescale, mean, std, channels }: Pick<Recipe, 'rescale' | 'mean' | 'std' | 'channels'>,
): Float32Array<ArrayBuffer> => {
  const area = rgbx.length / 4
  const tensor = new Float32Array(area * 3)
  for (const channel of [0, 1, 2] as const) {
    const table = channelTable(rescale, mean[channel], std[channel])
    const plane = channel * area
    const from = channels === 'bgr' ? 2 - channel : channel
    for (let pixel = 0; pixel < area; pixel++) {
      tensor[plane + pixel] = table[rgbx[pixel * 4 + from] ?? 0] ?? 0
    }
  }
  return tensor
}
