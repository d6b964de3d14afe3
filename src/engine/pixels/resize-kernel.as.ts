/**
 * Pillow's two resize passes in SIMD (AssemblyScript). Bit-exact with core/pixels/resize/resize-crop.ts, which says
 * what is computed; here is only how.
 *
 * [Note: split weights] SIMD multiplies int16 in pairs and adds each pair to an int32 (pmaddwd), so a 22-bit
 * weight comes in two halves, see core/pixels/resize/pack-weights.ts. Both sums are kept apart and put together as
 * `(high << 11) + low`. int32 wraps, and wrapping is harmless: the total fits, and every step is exact modulo 2^32.
 *
 * The caller owns the memory and passes addresses. Loads may reach up to 15 bytes past a row's end, and
 * one row past the last one; what they find there is multiplied by zero or written where no one looks.
 */

/** First byte that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base
}

/** Puts the halves together, rounds, and drops the fraction: int32 lanes, not yet cut to 0-255. */
function toBytes(high: v128, low: v128): v128 {
  const sum = i32x4.add(i32x4.add(i32x4.shl(high, 11), low), i32x4.splat(1 << 21))
  return i32x4.shr_s(sum, 22)
}

/**
 * Along the rows: each of `rows` source rows becomes one row of `columns` pixels.
 *
 * @param starts per column: offset in bytes of its first source pixel in a row, then its number of steps (two i32)
 * @param weights the steps of all columns in order
 */
export function squeezeRows(
  source: usize,
  sourceStride: usize,
  rows: i32,
  target: usize,
  targetStride: usize,
  columns: i32,
  starts: usize,
  weights: usize,
): void {
  // Bytes r0 g0 b0 x0 r1 ... to int16 pairs r0 r1, g0 g1, b0 b1, x0 x1; a lane of -1 gives zero.
  const firstTwo = i8x16(0, -1, 4, -1, 1, -1, 5, -1, 2, -1, 6, -1, 3, -1, 7, -1)
  const lastTwo = i8x16(8, -1, 12, -1, 9, -1, 13, -1, 10, -1, 14, -1, 11, -1, 15, -1)
  // Two rows at a time share the loads of their weights; an odd last row is paired with what lies after it.
  for (let row = 0; row < rows; row += 2) {
    let step = weights
    for (let column: usize = 0; column < <usize>columns; column++) {
      const start = starts + (column << 3)
      const end = step + ((<usize>load<u32>(start, 4)) << 4)
      let a = source + <usize>load<u32>(start)
      let b = a + sourceStride
      let highA = i32x4.splat(0)
      let lowA = highA
      let highB = highA
      let lowB = highA
      while (step < end) {
        const high01 = v128.load32_splat(step)
        const high23 = v128.load32_splat(step, 4)
        const low01 = v128.load32_splat(step, 8)
        const low23 = v128.load32_splat(step, 12)
        const pixelsA = v128.load(a)
        const pixelsB = v128.load(b)
        const a01 = i8x16.swizzle(pixelsA, firstTwo)
        const a23 = i8x16.swizzle(pixelsA, lastTwo)
        const b01 = i8x16.swizzle(pixelsB, firstTwo)
        const b23 = i8x16.swizzle(pixelsB, lastTwo)
        highA = i32x4.add(highA, i32x4.add(i32x4.dot_i16x8_s(a01, high01), i32x4.dot_i16x8_s(a23, high23)))
        lowA = i32x4.add(lowA, i32x4.add(i32x4.dot_i16x8_s(a01, low01), i32x4.dot_i16x8_s(a23, low23)))
        highB = i32x4.add(highB, i32x4.add(i32x4.dot_i16x8_s(b01, high01), i32x4.dot_i16x8_s(b23, high23)))
        lowB = i32x4.add(lowB, i32x4.add(i32x4.dot_i16x8_s(b01, low01), i32x4.dot_i16x8_s(b23, low23)))
        step += 16
        a += 16
        b += 16
      }
      // The two narrowings saturate, which is the cut to 0-255.
      const wide = i16x8.narrow_i32x4_s(toBytes(highA, lowA), toBytes(highB, lowB))
      const bytes = i8x16.narrow_i16x8_u(wide, wide)
      const out = target + (column << 2)
      v128.store32_lane(out, bytes, 0)
      v128.store32_lane(out + targetStride, bytes, 1)
    }
    source += sourceStride << 1
    target += targetStride << 1
  }
}

/**
 * Down the columns: mixes rows that lie anywhere into one opaque row.
 *
 * @param rows addresses of the rows (u32), four for each step
 * @param length of `target` in bytes, a multiple of 16
 * @param steps number of steps of four rows
 * @param swap exchanges the first and third channel, for sources in B, G, R order
 */
export function mergeRows(
  rows: usize,
  length: usize,
  steps: i32,
  weights: usize,
  target: usize,
  swap: bool,
): void {
  const asIs = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  const swapped = i8x16(2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15)
  const order = swap ? swapped : asIs
  const opaque = i32x4.splat(0xff000000)
  const end = weights + ((<usize>steps) << 4)
  for (let x: usize = 0; x < length; x += 16) {
    let high0 = i32x4.splat(0)
    let high1 = high0
    let high2 = high0
    let high3 = high0
    let low0 = high0
    let low1 = high0
    let low2 = high0
    let low3 = high0
    let row = rows
    // Two rows, hence half a step, at a time: high halves at `half`, low halves 8 bytes on.
    for (let step = weights; step < end; step += 16) {
      for (let half: usize = 0; half < 8; half += 4) {
        const high = v128.load32_splat(step + half)
        const low = v128.load32_splat(step + half, 8)
        const a = v128.load(<usize>load<u32>(row) + x)
        const b = v128.load(<usize>load<u32>(row, 4) + x)
        row += 8
        const near = v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
        const far = v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
        const pairs0 = i16x8.extend_low_i8x16_u(near)
        const pairs1 = i16x8.extend_high_i8x16_u(near)
        const pairs2 = i16x8.extend_low_i8x16_u(far)
        const pairs3 = i16x8.extend_high_i8x16_u(far)
        high0 = i32x4.add(high0, i32x4.dot_i16x8_s(pairs0, high))
        high1 = i32x4.add(high1, i32x4.dot_i16x8_s(pairs1, high))
        high2 = i32x4.add(high2, i32x4.dot_i16x8_s(pairs2, high))
        high3 = i32x4.add(high3, i32x4.dot_i16x8_s(pairs3, high))
        low0 = i32x4.add(low0, i32x4.dot_i16x8_s(pairs0, low))
        low1 = i32x4.add(low1, i32x4.dot_i16x8_s(pairs1, low))
        low2 = i32x4.add(low2, i32x4.dot_i16x8_s(pairs2, low))
        low3 = i32x4.add(low3, i32x4.dot_i16x8_s(pairs3, low))
      }
    }
    const left = i16x8.narrow_i32x4_s(toBytes(high0, low0), toBytes(high1, low1))
    const right = i16x8.narrow_i32x4_s(toBytes(high2, low2), toBytes(high3, low3))
    const bytes = i8x16.swizzle(i8x16.narrow_i16x8_u(left, right), order)
    v128.store(target + x, v128.or(bytes, opaque))
  }
}

/**
 * Lays pixels over white, in place; core/pixels/flatten-alpha.ts says what is computed. All sums fit an
 * unsigned int16: the largest is 255 * 255 + 128 + 254.
 *
 * @param pixels rounded up to a multiple of four
 */
export function flattenAlpha(start: usize, pixels: i32): void {
  const spread = i8x16(3, -1, 3, -1, 3, -1, 3, -1, 7, -1, 7, -1, 7, -1, 7, -1)
  const spreadHigh = i8x16(11, -1, 11, -1, 11, -1, 11, -1, 15, -1, 15, -1, 15, -1, 15, -1)
  const opaque = i32x4.splat(0xff000000)
  const full = i16x8.splat(255)
  const half = i16x8.splat(128)
  const end = start + ((<usize>pixels) << 2)
  for (; start < end; start += 16) {
    const rgba = v128.load(start)
    if (i32x4.all_true(i32x4.eq(v128.and(rgba, opaque), opaque))) continue
    const alphaLow = i8x16.swizzle(rgba, spread)
    const alphaHigh = i8x16.swizzle(rgba, spreadHigh)
    const whiteLow = i16x8.add(i16x8.mul(i16x8.sub(full, alphaLow), full), half)
    const whiteHigh = i16x8.add(i16x8.mul(i16x8.sub(full, alphaHigh), full), half)
    let low = i16x8.add(i16x8.mul(i16x8.extend_low_i8x16_u(rgba), alphaLow), whiteLow)
    let high = i16x8.add(i16x8.mul(i16x8.extend_high_i8x16_u(rgba), alphaHigh), whiteHigh)
    low = i16x8.shr_u(i16x8.add(low, i16x8.shr_u(low, 8)), 8)
    high = i16x8.shr_u(i16x8.add(high, i16x8.shr_u(high, 8)), 8)
    v128.store(start, v128.or(i8x16.narrow_i16x8_u(low, high), opaque))
  }
}
