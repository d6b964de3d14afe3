/**
 * Products of numbers of 16 bits, in SIMD of 2021 (AssemblyScript). Written by `scripts/build/kernels/write-products.ts`: change that, and run
 * it. `core/model/tower/plain-tower.ts` says what is computed; here is only how.
 */
import { addWords, finish, joinHalves } from './product-steps.as'

/**
 * `rows` are `count` rows of `length` whole numbers, one after the other; `scales` two f32 of each row, `step` and `least`; `panels`
 * eight columns of signed bytes after eight, of each four bytes a column, then the next four; `columnFacts` of each panel 8 sums of
 * its columns, 8 scales and 8 biases (f32); `target` rows of f32, `targetStride` bytes apart, to which products are added where
 * `adds` says so. Where rows are an odd number, one more is written; what it holds is never looked at.
 */

/** Rows of numbers from 0 to 4095, of 16 bits each. */
export function multiplyWords(
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
    for (; row < end; row += 2) {
      const row0 = rows + ((row * length) << 1)
      const row1 = row0 + (length << 1)
      let sum0_0 = i32x4.splat(0)
      let sum0_1 = i32x4.splat(0)
      let sum0_2 = i32x4.splat(0)
      let sum0_3 = i32x4.splat(0)
      let sum1_0 = i32x4.splat(0)
      let sum1_1 = i32x4.splat(0)
      let sum1_2 = i32x4.splat(0)
      let sum1_3 = i32x4.splat(0)
      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
        const from0 = v128.load64_splat(row0 + (at << 1))
        const from1 = v128.load64_splat(row1 + (at << 1))
        const pair0 = v128.load8x8_s(w, 0)
        sum0_0 = addWords(sum0_0, pair0, from0)
        sum1_0 = addWords(sum1_0, pair0, from1)
        const pair1 = v128.load8x8_s(w, 8)
        sum0_1 = addWords(sum0_1, pair1, from0)
        sum1_1 = addWords(sum1_1, pair1, from1)
        const pair2 = v128.load8x8_s(w, 16)
        sum0_2 = addWords(sum0_2, pair2, from0)
        sum1_2 = addWords(sum1_2, pair2, from1)
        const pair3 = v128.load8x8_s(w, 24)
        sum0_3 = addWords(sum0_3, pair3, from0)
        sum1_3 = addWords(sum1_3, pair3, from1)
      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
      finish(joinHalves(sum0_0, sum0_1), facts, scale, out, adds)
      finish(joinHalves(sum0_2, sum0_3), facts + 16, scale, out + 16, adds)
      out += targetStride
      finish(joinHalves(sum1_0, sum1_1), facts, scale + 8, out, adds)
      finish(joinHalves(sum1_2, sum1_3), facts + 16, scale + 8, out + 16, adds)
      out += targetStride
    }
    panel += length << 3
  }
}
