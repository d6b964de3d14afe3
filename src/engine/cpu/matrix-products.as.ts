/**
 * Products of matrices in SIMD (AssemblyScript). `core/model/tower/plain-tower.ts` says what is computed; here is only how.
 *
 * Four rows at a time meet a panel of eight columns: 8 sums, 2 weights and 1 number of the row fill the 16 registers that
 * every processor has. Rows are padded to a multiple of four; what the added ones hold is never looked at.
 */

/**
 * Sums of four products each in four lanes, added to `sum`. In one instruction where the processor has it; elsewhere V8 makes
 * a constant again at each step of that form, and three instructions are faster.
 */
@inline
function addProducts(sum: v128, weights: v128, row: v128, inOne: bool): v128 {
  return inOne
    ? i32x4.relaxed_dot_i8x16_i7x16_add_s(weights, row, sum)
    : i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(weights, row)))
}

/**
 * What tells processors apart, without a clock: four products of bytes that no kernel here ever multiplies (a row's are 0 to
 * 127), by the form of one instruction. See `transformer-kernel.ts`.
 */
export function probeProducts(weight: i32, row: i32): i32 {
  const sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(
    i8x16.splat(<i8>weight),
    i8x16.splat(<i8>row),
    i32x4.splat(0),
  )
  return i32x4.extract_lane(sum, 0)
}

/** Back to single precision: `scale * (step * sum + least * columnSum) + bias`, and what lies there already where wanted. */
@inline
function finish(sum: v128, column: usize, row: usize, target: usize, adds: bool): void {
  const step = v128.load32_splat(row)
  const least = v128.load32_splat(row, 4)
  const scaled = f32x4.add(f32x4.mul(step, f32x4.convert_i32x4_s(sum)), f32x4.mul(least, v128.load(column)))
  let value = f32x4.add(f32x4.mul(scaled, v128.load(column, 32)), v128.load(column, 64))
  if (adds) value = f32x4.add(value, v128.load(target))
  v128.store(target, value)
}

@inline
function multiply(
  rows: usize,
  count: i32,
  length: usize,
  scales: usize,
  panels: usize,
  columns: i32,
  columnFacts: usize,
  target: usize,
  targetStride: usize,
  adds: bool,
  inOne: bool,
): void {
  let panel = panels
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    const facts = columnFacts + column * 12
    for (let row: usize = 0; row < <usize>count; row += 4) {
      const a = rows + row * length
      const b = a + length
      const c = b + length
      const d = c + length
      let w = panel
      let a0 = i32x4.splat(0)
      let a1 = a0
      let b0 = a0
      let b1 = a0
      let c0 = a0
      let c1 = a0
      let d0 = a0
      let d1 = a0
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const near = v128.load(w)
        const far = v128.load(w, 16)
        const fromA = v128.load32_splat(a + at)
        a0 = addProducts(a0, near, fromA, inOne)
        a1 = addProducts(a1, far, fromA, inOne)
        const fromB = v128.load32_splat(b + at)
        b0 = addProducts(b0, near, fromB, inOne)
        b1 = addProducts(b1, far, fromB, inOne)
        const fromC = v128.load32_splat(c + at)
        c0 = addProducts(c0, near, fromC, inOne)
        c1 = addProducts(c1, far, fromC, inOne)
        const fromD = v128.load32_splat(d + at)
        d0 = addProducts(d0, near, fromD, inOne)
        d1 = addProducts(d1, far, fromD, inOne)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(a0, facts, scale, out, adds)
      finish(a1, facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(b0, facts, scale + 8, out, adds)
      finish(b1, facts + 16, scale + 8, out + 16, adds)
      out += targetStride
      finish(c0, facts, scale + 16, out, adds)
      finish(c1, facts + 16, scale + 16, out + 16, adds)
      out += targetStride
      finish(d0, facts, scale + 24, out, adds)
      finish(d1, facts + 16, scale + 24, out + 16, adds)
    }
    panel += length << 3
  }
}

/**
 * Rows of bytes times columns of signed bytes.
 *
 * @param rows `count` rows of `length` bytes from 0 to 127, one after the other
 * @param scales of each row, two f32: `step` and `least`
 * @param panels eight columns after eight: of each four bytes a column, then the next four
 * @param columnFacts of each panel: 8 sums of its columns, 8 scales, 8 biases (f32)
 * @param target rows of f32, `targetStride` bytes apart
 * @param adds whether the products are added to what lies there
 */
export function multiplyBytes(
  rows: usize,
  count: i32,
  length: usize,
  scales: usize,
  panels: usize,
  columns: i32,
  columnFacts: usize,
  target: usize,
  targetStride: usize,
  adds: bool,
): void {
  multiply(rows, count, length, scales, panels, columns, columnFacts, target, targetStride, adds, false)
}

/** As `multiplyBytes`, and the same numbers, by one instruction for four products where the processor has it. */
export function multiplyBytesInOne(
  rows: usize,
  count: i32,
  length: usize,
  scales: usize,
  panels: usize,
  columns: i32,
  columnFacts: usize,
  target: usize,
  targetStride: usize,
  adds: bool,
): void {
  multiply(rows, count, length, scales, panels, columns, columnFacts, target, targetStride, adds, true)
}

/**
 * Rows of f32 times columns of f32, where bytes would be too coarse: attention, and the cut into patches.
 *
 * @param rows `count` rows of `length` numbers, `stride` bytes apart
 * @param others `length` rows of eight columns, `otherStride` bytes apart, for each panel
 * @param panelStride bytes from a panel of eight columns to the next
 */
export function multiplyFloats(
  rows: usize,
  count: i32,
  length: i32,
  stride: usize,
  others: usize,
  otherStride: usize,
  columns: i32,
  panelStride: usize,
  target: usize,
  targetStride: usize,
): void {
  const end = (<usize>length) << 2
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    for (let row: usize = 0; row < <usize>count; row += 4) {
      const a = rows + row * stride
      const b = a + stride
      const c = b + stride
      const d = c + stride
      let other = others + (column >> 3) * panelStride
      let a0 = f32x4.splat(0)
      let a1 = a0
      let b0 = a0
      let b1 = a0
      let c0 = a0
      let c1 = a0
      let d0 = a0
      let d1 = a0
      for (let at: usize = 0; at < end; at += 4, other += otherStride) {
        const near = v128.load(other)
        const far = v128.load(other, 16)
        const fromA = v128.load32_splat(a + at)
        a0 = f32x4.relaxed_madd(near, fromA, a0)
        a1 = f32x4.relaxed_madd(far, fromA, a1)
        const fromB = v128.load32_splat(b + at)
        b0 = f32x4.relaxed_madd(near, fromB, b0)
        b1 = f32x4.relaxed_madd(far, fromB, b1)
        const fromC = v128.load32_splat(c + at)
        c0 = f32x4.relaxed_madd(near, fromC, c0)
        c1 = f32x4.relaxed_madd(far, fromC, c1)
        const fromD = v128.load32_splat(d + at)
        d0 = f32x4.relaxed_madd(near, fromD, d0)
        d1 = f32x4.relaxed_madd(far, fromD, d1)
      }
      let out = target + row * targetStride + (column << 2)
      v128.store(out, a0)
      v128.store(out, a1, 16)
      out += targetStride
      v128.store(out, b0)
      v128.store(out, b1, 16)
      out += targetStride
      v128.store(out, c0)
      v128.store(out, c1, 16)
      out += targetStride
      v128.store(out, d0)
      v128.store(out, d1, 16)
    }
  }
}
