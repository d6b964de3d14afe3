import { pixelsToTensor } from '../../pixels/pixels-to-tensor'
import type { Recipe } from '../../pixels/recipe'

/** Raised whenever the canned input changes: vectors that were kept of the former are of no use then. */
export const PROBE_VERSION = 1

/** Two prompts of everyday words that have nothing in common but an article. */
export const PROBE_PROMPTS = ['a red car', 'a blue house'] as const

/** Position and size of a pixel, all whole numbers: nothing here may round one way or another. */
type Shade = (x: number, y: number, side: number) => readonly [red: number, green: number, blue: number]

/** Noise without a generator: a hash of the position, 0 to 31. */
const noise = (x: number, y: number): number => {
  let hash = Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(y + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash >>> 13) & 31
}

/** A bright disc on a dark slope of blue, with grain. */
const disc: Shade = (x, y, side) => {
  const [dx, dy] = [2 * x - side, 2 * y - side]
  const slope = Math.floor((96 * y) / side)
  return dx * dx + dy * dy < (side * side) / 3
    ? [224 + noise(x, y), 96 + slope, noise(y, x)]
    : [noise(x, y), slope, 128 + noise(y, x)]
}

/** Slanting stripes of green over a bright slope, a dark bar across, with grain. */
const stripes: Shade = (x, y, side) => {
  const width = Math.max(1, Math.floor(side / 8))
  const slope = Math.floor((128 * x) / side)
  if (Math.floor(y / width) === 4) return [16 + noise(x, y), 16, 16]
  return Math.floor((x + y) / width) % 2 === 0
    ? [96 + slope, 224 + noise(x, y), 64]
    : [64, 96 + noise(x, y), 32 + slope]
}

const paint = (shade: Shade, width: number, height: number): Uint8ClampedArray<ArrayBuffer> => {
  const rgba = new Uint8ClampedArray(width * height * 4)
  const side = Math.max(width, height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rgba.set(shade(x, y, side), (y * width + x) * 4)
  return rgba
}

/**
 * Two pictures that every model tells apart, prepared for `recipe`: slopes, edges and grain, never one colour,
 * since a broken backend may be right for that alone. The same numbers on every machine.
 */
export const probePictures = (recipe: Recipe): readonly Float32Array<ArrayBuffer>[] => {
  const { width, height } = recipe.fit
  return [disc, stripes].map((shade) => pixelsToTensor(paint(shade, width, height), recipe))
}
