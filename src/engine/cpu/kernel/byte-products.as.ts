/**
 * Products of bytes, in SIMD with relaxed instructions (AssemblyScript). Written by `scripts/build/kernels/write-products.ts`: change that, and run
 * it. `core/model/tower/plain-tower.ts` says what is computed; here is only how.
 */
import { addInOne, addInThree, finish } from './product-steps.as'

/**
 * `rows` are `count` rows of `length` whole numbers, one after the other; `scales` two f32 of each row, `step` and `least`; `panels`
 * eight columns of signed bytes after eight, of each four bytes a column, then the next four; `columnFacts` of each panel 8 sums of
 * its columns, 8 scales and 8 biases (f32); `target` rows of f32, `targetStride` bytes apart, to which products are added where
 * `adds` says so. Where rows are an odd number, one more is written; what it holds is never looked at.
 */

/** Rows of bytes from 0 to 127, by one instruction for four products where the processor has it. */
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
  const end = <usize>count
  let panel = panels
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    const facts = columnFacts + column * 12
    let row: usize = 0
    for (; row + 6 <= end; row += 6) {
      const row0 = rows + row * length
      const row1 = row0 + length
      const row2 = row1 + length
      const row3 = row2 + length
      const row4 = row3 + length
      const row5 = row4 + length
      let sum0_0 = i32x4.splat(0)
      let sum0_1 = i32x4.splat(0)
      let sum1_0 = i32x4.splat(0)
      let sum1_1 = i32x4.splat(0)
      let sum2_0 = i32x4.splat(0)
      let sum2_1 = i32x4.splat(0)
      let sum3_0 = i32x4.splat(0)
      let sum3_1 = i32x4.splat(0)
      let sum4_0 = i32x4.splat(0)
      let sum4_1 = i32x4.splat(0)
      let sum5_0 = i32x4.splat(0)
      let sum5_1 = i32x4.splat(0)
      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const near = v128.load(w)
        const far = v128.load(w, 16)
        const from0 = v128.load32_splat(row0 + at)
        sum0_0 = addInOne(sum0_0, near, from0)
        sum0_1 = addInOne(sum0_1, far, from0)
        const from1 = v128.load32_splat(row1 + at)
        sum1_0 = addInOne(sum1_0, near, from1)
        sum1_1 = addInOne(sum1_1, far, from1)
        const from2 = v128.load32_splat(row2 + at)
        sum2_0 = addInOne(sum2_0, near, from2)
        sum2_1 = addInOne(sum2_1, far, from2)
        const from3 = v128.load32_splat(row3 + at)
        sum3_0 = addInOne(sum3_0, near, from3)
        sum3_1 = addInOne(sum3_1, far, from3)
        const from4 = v128.load32_splat(row4 + at)
        sum4_0 = addInOne(sum4_0, near, from4)
        sum4_1 = addInOne(sum4_1, far, from4)
        const from5 = v128.load32_splat(row5 + at)
        sum5_0 = addInOne(sum5_0, near, from5)
        sum5_1 = addInOne(sum5_1, far, from5)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(sum0_0, facts, scale, out, adds)
      finish(sum0_1, facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(sum1_0, facts, scale + 8, out, adds)
      finish(sum1_1, facts + 16, scale + 8, out + 16, adds)
      out += targetStride
      finish(sum2_0, facts, scale + 16, out, adds)
      finish(sum2_1, facts + 16, scale + 16, out + 16, adds)
      out += targetStride
      finish(sum3_0, facts, scale + 24, out, adds)
      finish(sum3_1, facts + 16, scale + 24, out + 16, adds)
      out += targetStride
      finish(sum4_0, facts, scale + 32, out, adds)
      finish(sum4_1, facts + 16, scale + 32, out + 16, adds)
      out += targetStride
      finish(sum5_0, facts, scale + 40, out, adds)
      finish(sum5_1, facts + 16, scale + 40, out + 16, adds)
      out += targetStride
    }
    for (; row < end; row += 2) {
      const row0 = rows + row * length
      const row1 = row0 + length
      let sum0_0 = i32x4.splat(0)
      let sum0_1 = i32x4.splat(0)
      let sum1_0 = i32x4.splat(0)
      let sum1_1 = i32x4.splat(0)
      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const near = v128.load(w)
        const far = v128.load(w, 16)
        const from0 = v128.load32_splat(row0 + at)
        sum0_0 = addInOne(sum0_0, near, from0)
        sum0_1 = addInOne(sum0_1, far, from0)
        const from1 = v128.load32_splat(row1 + at)
        sum1_0 = addInOne(sum1_0, near, from1)
        sum1_1 = addInOne(sum1_1, far, from1)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(sum0_0, facts, scale, out, adds)
      finish(sum0_1, facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(sum1_0, facts, scale + 8, out, adds)
      finish(sum1_1, facts + 16, scale + 8, out + 16, adds)
      out += targetStride
    }
    panel += length << 3
  }
}

/** The same, and the same numbers, by three instructions. */
export function multiplyBytesInThree(
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
  const end = <usize>count
  let panel = panels
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    const facts = columnFacts + column * 12
    let row: usize = 0
    for (; row + 4 <= end; row += 4) {
      const row0 = rows + row * length
      const row1 = row0 + length
      const row2 = row1 + length
      const row3 = row2 + length
      let sum0_0 = i32x4.splat(0)
      let sum0_1 = i32x4.splat(0)
      let sum1_0 = i32x4.splat(0)
      let sum1_1 = i32x4.splat(0)
      let sum2_0 = i32x4.splat(0)
      let sum2_1 = i32x4.splat(0)
      let sum3_0 = i32x4.splat(0)
      let sum3_1 = i32x4.splat(0)
      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const near = v128.load(w)
        const far = v128.load(w, 16)
        const from0 = v128.load32_splat(row0 + at)
        sum0_0 = addInThree(sum0_0, near, from0)
        sum0_1 = addInThree(sum0_1, far, from0)
        const from1 = v128.load32_splat(row1 + at)
        sum1_0 = addInThree(sum1_0, near, from1)
        sum1_1 = addInThree(sum1_1, far, from1)
        const from2 = v128.load32_splat(row2 + at)
        sum2_0 = addInThree(sum2_0, near, from2)
        sum2_1 = addInThree(sum2_1, far, from2)
        const from3 = v128.load32_splat(row3 + at)
        sum3_0 = addInThree(sum3_0, near, from3)
        sum3_1 = addInThree(sum3_1, far, from3)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(sum0_0, facts, scale, out, adds)
      finish(sum0_1, facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(sum1_0, facts, scale + 8, out, adds)
      finish(sum1_1, facts + 16, scale + 8, out + 16, adds)
      out += targetStride
      finish(sum2_0, facts, scale + 16, out, adds)
      finish(sum2_1, facts + 16, scale + 16, out + 16, adds)
      out += targetStride
      finish(sum3_0, facts, scale + 24, out, adds)
      finish(sum3_1, facts + 16, scale + 24, out + 16, adds)
      out += targetStride
    }
    for (; row < end; row += 2) {
      const row0 = rows + row * length
      const row1 = row0 + length
      let sum0_0 = i32x4.splat(0)
      let sum0_1 = i32x4.splat(0)
      let sum1_0 = i32x4.splat(0)
      let sum1_1 = i32x4.splat(0)
      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const near = v128.load(w)
        const far = v128.load(w, 16)
        const from0 = v128.load32_splat(row0 + at)
        sum0_0 = addInThree(sum0_0, near, from0)
        sum0_1 = addInThree(sum0_1, far, from0)
        const from1 = v128.load32_splat(row1 + at)
        sum1_0 = addInThree(sum1_0, near, from1)
        sum1_1 = addInThree(sum1_1, far, from1)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(sum0_0, facts, scale, out, adds)
      finish(sum0_1, facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(sum1_0, facts, scale + 8, out, adds)
      finish(sum1_1, facts + 16, scale + 8, out + 16, adds)
      out += targetStride
    }
    panel += length << 3
  }
}
