import { Resvg } from '@resvg/resvg-js'

/** Row-major RGB, three bytes a pixel, of a square of `size`. */
export interface Raster {
  readonly size: number
  readonly rgb: Uint8Array
}

function resvg(svg: string, size: number): Resvg {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
}

/** Draws an opaque SVG document at `size` by `size` pixels, four bytes a pixel. */
export function rasteriseRgba(svg: string, size: number): Uint8Array {
  return resvg(svg, size).render().pixels
}

/** Draws an opaque SVG document at `size` by `size` pixels. */
export function rasterise(svg: string, size: number): Raster {
  const rgba = rasteriseRgba(svg, size)
  const rgb = new Uint8Array(size * size * 3)
  for (let i = 0, o = 0; i < rgba.length; i += 4) {
    rgb[o++] = rgba[i] ?? 0
    rgb[o++] = rgba[i + 1] ?? 0
    rgb[o++] = rgba[i + 2] ?? 0
  }
  return { size, rgb }
}

/** The same as a PNG file. */
export function rasterisePng(svg: string, size: number): Uint8Array {
  return resvg(svg, size).render().asPng()
}

// The cubic of CLIP's preprocessing (a = -0.5), stretched by two as Pillow does when it shrinks by two:
// taps at 0.25, 0.75, 1.25 and 1.75 source-pixel pairs from the centre, the same on both sides.
const taps = [0.25, 0.75, 1.25, 1.75].map((x) =>
  x < 1 ? 1.5 * x ** 3 - 2.5 * x ** 2 + 1 : -0.5 * (x ** 3 - 5 * x ** 2 + 8 * x - 4),
)
const total = 2 * taps.reduce((sum, tap) => sum + tap, 0)
const kernel = [...taps]
  .reverse()
  .concat(taps)
  .map((tap) => tap / total)

function shrinkRows(from: Float32Array, width: number, height: number): Float32Array {
  const half = width / 2
  const out = new Float32Array(half * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < half; x++)
      for (let c = 0; c < 3; c++) {
        let sum = 0
        for (let k = 0; k < 8; k++) {
          const sx = Math.min(width - 1, Math.max(0, 2 * x - 3 + k))
          sum += (kernel[k] ?? 0) * (from[(y * width + sx) * 3 + c] ?? 0)
        }
        // Written transposed: running this twice shrinks both ways and restores the order.
        out[(x * height + y) * 3 + c] = sum
      }
  return out
}

/** Shrinks by two both ways with an antialiased cubic. */
export function halve(raster: Raster): Raster {
  const half = raster.size / 2
  const once = shrinkRows(Float32Array.from(raster.rgb), raster.size, raster.size)
  const twice = shrinkRows(once, raster.size, half)
  return { size: half, rgb: Uint8Array.from(twice, (v) => Math.max(0, Math.min(255, Math.round(v)))) }
}
