/**
 * Products of f32, in SIMD of 2021 (AssemblyScript). Written by `scripts/build/kernels/write-products.ts`: change that, and run
 * it. `core/model/tower/plain-tower.ts` says what is computed; here is only how.
 */
import { addRounded } from './product-steps.as'

/**
 * Rows of f32 times columns of f32, where whole numbers would be too coarse: attention, and the cut into patches.
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
      const row0 = rows + row * stride
      const row1 = row0 + stride
      const row2 = row1 + stride
      const row3 = row2 + stride
      let sum0_0 = f32x4.splat(0)
      let sum0_1 = f32x4.splat(0)
      let sum1_0 = f32x4.splat(0)
      let sum1_1 = f32x4.splat(0)
      let sum2_0 = f32x4.splat(0)
      let sum2_1 = f32x4.splat(0)
      let sum3_0 = f32x4.splat(0)
      let sum3_1 = f32x4.splat(0)
      let other = others + (column >> 3) * panelStride
      for (let at: usize = 0; at < end; at += 4, other += otherStride) {
        const near = v128.load(other)
        const far = v128.load(other, 16)
        const from0 = v128.load32_splat(row0 + at)
        sum0_0 = addRounded(near, from0, sum0_0)
        sum0_1 = addRounded(far, from0, sum0_1)
        const from1 = v128.load32_splat(row1 + at)
        sum1_0 = addRounded(near, from1, sum1_0)
        sum1_1 = addRounded(far, from1, sum1_1)
        const from2 = v128.load32_splat(row2 + at)
        sum2_0 = addRounded(near, from2, sum2_0)
        sum2_1 = addRounded(far, from2, sum2_1)
        const from3 = v128.load32_splat(row3 + at)
        sum3_0 = addRounded(near, from3, sum3_0)
        sum3_1 = addRounded(far, from3, sum3_1)
      }
      let out = target + row * targetStride + (column << 2)
      v128.store(out, sum0_0)
      v128.store(out, sum0_1, 16)
      out += targetStride
      v128.store(out, sum1_0)
      v128.store(out, sum1_1, 16)
      out += targetStride
      v128.store(out, sum2_0)
      v128.store(out, sum2_1, 16)
      out += targetStride
      v128.store(out, sum3_0)
      v128.store(out, sum3_1, 16)
      out += targetStride
    }
  }
}
