/**
 * What a transformer does with each row by itself, in SIMD (AssemblyScript). Rows have a multiple of 16 numbers.
 * `core/model/tower/plain-tower.ts` says what is computed; here is only how.
 */

/** Rows that products of bytes take: numbers from 0 to 127, so that no pair of products saturates on any processor. */
const LEVELS: f32 = 127

/** Rows of products in 16 bits: 12 of them, sixteen times as fine and more. */
const WORD_LEVELS: i32 = 4095

@inline
function sumOf(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    f32x4.extract_lane(lanes, 2) +
    f32x4.extract_lane(lanes, 3)
  )
}

/** e to the power of each lane, from -87 to 88; single precision, by the polynomial of the Cephes library (`expf`). */
@inline
function exp(lanes: v128): v128 {
  const x = f32x4.min(f32x4.max(lanes, f32x4.splat(-87)), f32x4.splat(88))
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)))
  const r = f32x4.sub(
    f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))),
    f32x4.mul(n, f32x4.splat(-2.12194440e-4)),
  )
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  const y = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return f32x4.mul(y, power)
}

@inline
function sigmoid(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))))
}

/** The error function, off by 1.5e-7 at most: Abramowitz and Stegun 7.1.26. */
@inline
function erf(x: v128): v128 {
  const size = f32x4.abs(x)
  const t = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(size, f32x4.splat(0.3275911))))
  let p = f32x4.splat(1.061405429)
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-1.453152027))
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(1.421413741))
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-0.284496736))
  p = f32x4.add(f32x4.mul(p, t), f32x4.splat(0.254829592))
  const rest = f32x4.mul(f32x4.mul(p, t), exp(f32x4.neg(f32x4.mul(x, x))))
  const sign = v128.and(x, i32x4.splat(0x80000000))
  return v128.or(f32x4.sub(f32x4.splat(1), rest), sign)
}

const QUICK = 0
const ERF = 1

/** A GELU: `x * sigmoid(1.702 x)`, with the error function, or with tanh. */
@inline
function gelu(x: v128, kind: i32): v128 {
  if (kind == QUICK) return f32x4.mul(x, sigmoid(f32x4.mul(x, f32x4.splat(1.702))))
  if (kind == ERF) {
    const half = f32x4.mul(x, f32x4.splat(0.5))
    return f32x4.add(half, f32x4.mul(half, erf(f32x4.mul(x, f32x4.splat(0.70710678118654752)))))
  }
  const cube = f32x4.mul(f32x4.mul(x, x), x)
  const inner = f32x4.add(x, f32x4.mul(cube, f32x4.splat(0.044715)))
  // (1 + tanh(u)) / 2 is sigmoid(2 u).
  return f32x4.mul(x, sigmoid(f32x4.mul(inner, f32x4.splat(1.5957691216057308))))
}

/** One row in place: its activation. */
export function activate(rows: usize, count: i32, length: i32, kind: i32): void {
  const end = rows + (<usize>(count * length) << 2)
  for (let at = rows; at < end; at += 16) v128.store(at, gelu(v128.load(at), kind))
}

/**
 * Rows less their mean, over their spread, times a weight and with a bias (layer normalisation).
 * @param target may be `rows`
 */
export function normalise(
  rows: usize,
  count: i32,
  length: i32,
  weight: usize,
  bias: usize,
  epsilon: f32,
  target: usize,
): void {
  const bytes = (<usize>length) << 2
  for (let row = 0; row < count; row++) {
    let sum = f32x4.splat(0)
    for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(sum, v128.load(rows + at))
    const mean = f32x4.splat(sumOf(sum) / <f32>length)
    let squares = f32x4.splat(0)
    for (let at: usize = 0; at < bytes; at += 16) {
      const off = f32x4.sub(v128.load(rows + at), mean)
      squares = f32x4.add(squares, f32x4.mul(off, off))
    }
    const over = f32x4.splat(<f32>1 / sqrt<f32>(sumOf(squares) / <f32>length + epsilon))
    for (let at: usize = 0; at < bytes; at += 16) {
      const off = f32x4.mul(f32x4.sub(v128.load(rows + at), mean), over)
      v128.store(target + at, f32x4.add(f32x4.mul(off, v128.load(weight + at)), v128.load(bias + at)))
    }
    rows += bytes
    target += bytes
  }
}

/** The least number of a row, and how far the largest is above it, as two f32 into `scales`: `range`, then `least`. */
@inline
function findRange(row: usize, bytes: usize, scales: usize): void {
  let low = v128.load(row)
  let high = low
  for (let at: usize = 16; at < bytes; at += 16) {
    const x = v128.load(row + at)
    low = f32x4.min(low, x)
    high = f32x4.max(high, x)
  }
  const least = min(
    min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)),
    min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)),
  )
  const most = max(
    max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)),
    max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)),
  )
  store<f32>(scales, most - least)
  store<f32>(scales, least, 4)
}

/** Whole numbers from 0 to `levels` for numbers from `base` on. */
@inline
function level(x: v128, base: v128, factor: v128, levels: v128): v128 {
  const scaled = f32x4.nearest(f32x4.mul(f32x4.sub(x, base), factor))
  // Rounding may carry the largest past the last level.
  return i32x4.trunc_sat_f32x4_s(f32x4.min(scaled, levels))
}

/** Of eight numbers of a row, in 16 bits each. */
@inline
function levelsOf(row: usize, base: v128, factor: v128, levels: v128): v128 {
  return i16x8.narrow_i32x4_s(
    level(v128.load(row), base, factor, levels),
    level(v128.load(row, 16), base, factor, levels),
  )
}

/**
 * Rows as bytes from 0 to 127, with `step` and `least` of each row (two f32): a number is about `step * byte + least`.
 * @param stride bytes from a row to the next
 */
export function toBytes(rows: usize, count: i32, length: i32, stride: usize, target: usize, scales: usize): void {
  const bytes = (<usize>length) << 2
  const levels = f32x4.splat(LEVELS)
  for (let row = 0; row < count; row++) {
    findRange(rows, bytes, scales)
    const range = load<f32>(scales)
    store<f32>(scales, range / LEVELS)
    const factor = f32x4.splat(range > 0 ? LEVELS / range : 0)
    const base = v128.load32_splat(scales, 4)
    for (let at: usize = 0; at < bytes; at += 64) {
      const near = levelsOf(rows + at, base, factor, levels)
      const far = levelsOf(rows + at + 32, base, factor, levels)
      v128.store(target + (at >> 2), i8x16.narrow_i16x8_u(near, far))
    }
    rows += stride
    scales += 8
    target += length
  }
}

/**
 * The same as numbers of 16 bits from 0 to 4095, or fewer where a row is so long that a sum of its products with bytes would not
 * fit 32 bits.
 */
export function toWords(rows: usize, count: i32, length: i32, stride: usize, target: usize, scales: usize): void {
  const bytes = (<usize>length) << 2
  const most = <f32>min(WORD_LEVELS, i32.MAX_VALUE / (127 * length))
  const levels = f32x4.splat(most)
  for (let row = 0; row < count; row++) {
    findRange(rows, bytes, scales)
    const range = load<f32>(scales)
    store<f32>(scales, range / most)
    const factor = f32x4.splat(range > 0 ? most / range : 0)
    const base = v128.load32_splat(scales, 4)
    for (let at: usize = 0; at < bytes; at += 32)
      v128.store(target + (at >> 1), levelsOf(rows + at, base, factor, levels))
    rows += stride
    scales += 8
    target += (<usize>length) << 1
  }
}

/**
 * Each row times `factor`, as shares that sum to one, in place; behind `length`, up to `stride`, zeros. With `causal`, row n
 * shares among its first n + 1 numbers.
 */
export function softmax(rows: usize, count: i32, length: i32, stride: usize, factor: f32, causal: bool): void {
  const scale = f32x4.splat(factor)
  const lanes = i32x4(0, 1, 2, 3)
  for (let row = 0; row < count; row++) {
    const used = causal ? row + 1 : length
    const bytes = (<usize>used) << 2
    // What is not used weighs nothing.
    let most = f32x4.splat(-f32.MAX_VALUE)
    for (let at: usize = 0; at < stride; at += 16) {
      const isUsed = i32x4.lt_s(i32x4.add(lanes, i32x4.splat(<i32>(at >> 2))), i32x4.splat(used))
      const x = v128.bitselect(f32x4.mul(v128.load(rows + at), scale), f32x4.splat(-f32.MAX_VALUE), isUsed)
      v128.store(rows + at, x)
      most = f32x4.max(most, x)
    }
    const top = f32x4.splat(
      max(
        max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
        max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
      ),
    )
    let sum = f32x4.splat(0)
    for (let at: usize = 0; at < stride; at += 16) {
      if (at >= bytes) {
        v128.store(rows + at, f32x4.splat(0))
        continue
      }
      const isUsed = i32x4.lt_s(i32x4.add(lanes, i32x4.splat(<i32>(at >> 2))), i32x4.splat(used))
      const x = v128.and(exp(f32x4.sub(v128.load(rows + at), top)), isUsed)
      v128.store(rows + at, x)
      sum = f32x4.add(sum, x)
    }
    const over = f32x4.splat(<f32>1 / sumOf(sum))
    for (let at: usize = 0; at < bytes; at += 16) v128.store(rows + at, f32x4.mul(v128.load(rows + at), over))
    rows += stride
  }
}
