import type { Resample } from '../recipe'

/**
 * Fractional bits of a weight. Pillow's own: 8 bits of pixel and 2 bits of head room leave 22 of 32, so a sum
 * over all taps never overflows an int32.
 */
export const weightBits = 22

/** How each output position of one axis is mixed from source positions. */
export interface AxisWeights {
  /** Per output position: index of the first source position that counts. */
  readonly first: Int32Array
  /** Per output position: number of source positions that count; 0 outside the picture, which means black. */
  readonly count: Int32Array
  /** Weights of output position `i` start at `i * stride`; fixed point with {@link weightBits} bits. */
  readonly weights: Int32Array
  readonly stride: number
}

/** Keys' cubic convolution with a = -0.5 (IEEE Trans. ASSP 29, 1981), in the form that Pillow evaluates. */
const bicubic = (offset: number): number => {
  const a = -0.5
  const x = Math.abs(offset)
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a
  return 0
}

const bilinear = (offset: number): number => Math.max(0, 1 - Math.abs(offset))

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI))

const lanczos = (offset: number): number => (offset >= -3 && offset < 3 ? sinc(offset) * sinc(offset / 3) : 0)

/** Pillow's two constants are floats of 32 bits. */
const hamming = (offset: number): number =>
  Math.abs(offset) < 1
    ? sinc(offset) * (Math.fround(0.54) + Math.fround(0.46) * Math.cos(offset * Math.PI))
    : 0

const box = (offset: number): number => (offset > -0.5 && offset <= 0.5 ? 1 : 0)

const kernels = {
  box: { at: box, support: 0.5 },
  bilinear: { at: bilinear, support: 1 },
  hamming: { at: hamming, support: 1 },
  bicubic: { at: bicubic, support: 2 },
  lanczos: { at: lanczos, support: 3 },
} as const satisfies Record<Exclude<Resample, 'nearest'>, unknown>

/** C's cast of a double to an int after adding a half away from zero. */
const toFixedPoint = (weight: number): number => {
  const scaled = weight * 2 ** weightBits
  return Math.trunc(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
}

/**
 * The one source position of each output position. Pillow adds the scale up, step by step (`ImagingScaleAffine` in its
 * Geometry.c), and so meets other neighbours than a product would.
 */
const nearestPositions = (
  sourceSize: number,
  resizedSize: number,
  from: number,
  length: number,
): AxisWeights => {
  const scale = sourceSize / resizedSize
  const first = new Int32Array(length)
  const count = new Int32Array(length)
  let source = scale * 0.5
  for (let position = 0; position < Math.min(resizedSize, from + length); position++) {
    if (position >= from) {
      first[position - from] = Math.min(Math.trunc(source), sourceSize - 1)
      count[position - from] = 1
    }
    source += scale
  }
  return { first, count, weights: new Int32Array(length).fill(2 ** weightBits), stride: 1 }
}

/**
 * The weights of Pillow's `Image.resize` along one axis, for the output positions that a crop keeps. Byte
 * parity hangs on the order of the floating-point operations (`precompute_coeffs` in Pillow's Resample.c):
 * the kernel is stretched by the scale when shrinking, cut at the picture's edge, and normalised to sum 1
 * before it is rounded to fixed point.
 *
 * @param sourceSize of the axis, at least 1
 * @param resizedSize of the whole axis, at least 1
 * @param from first output position kept; may be negative or past the end, see {@link AxisWeights.count}
 * @param length number of output positions kept
 */
export const axisWeights = (
  sourceSize: number,
  resizedSize: number,
  from: number,
  length: number,
  resample: Resample,
): AxisWeights => {
  if (resample === 'nearest') return nearestPositions(sourceSize, resizedSize, from, length)
  const kernel = kernels[resample]
  const scale = sourceSize / resizedSize
  const stretch = Math.max(scale, 1)
  const support = kernel.support * stretch
  const stride = Math.min(sourceSize, Math.ceil(support) * 2 + 1)
  const first = new Int32Array(length)
  const count = new Int32Array(length)
  const weights = new Int32Array(length * stride)
  const raw = new Float64Array(stride)
  for (let i = 0; i < length; i++) {
    const position = from + i
    if (position < 0 || position >= resizedSize) continue
    const centre = (position + 0.5) * scale
    const start = Math.max(Math.trunc(centre - support + 0.5), 0)
    const taps = Math.min(Math.trunc(centre + support + 0.5), sourceSize) - start
    let sum = 0
    for (let tap = 0; tap < taps; tap++) {
      const weight = kernel.at((tap + start - centre + 0.5) * (1 / stretch))
      raw[tap] = weight
      sum += weight
    }
    for (let tap = 0; tap < taps; tap++) {
      const weight = raw[tap] ?? 0
      weights[i * stride + tap] = toFixedPoint(sum === 0 ? weight : weight / sum)
    }
    first[i] = start
    count[i] = taps
  }
  return { first, count, weights, stride }
}

/** The source positions that any output position needs: from `start` up to, not including, `end`. */
export const sourceRange = ({
  first,
  count,
}: AxisWeights): { readonly start: number; readonly end: number } => {
  let start = Infinity
  let end = 0
  first.forEach((position, i) => {
    const taps = count[i] ?? 0
    if (taps === 0) return
    start = Math.min(start, position)
    end = Math.max(end, position + taps)
  })
  return { start: Math.min(start, end), end }
}
