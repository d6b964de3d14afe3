/**
 * One step of each form of a product, in SIMD (AssemblyScript), and what is made of its sums. The tiles that take these steps are
 * written by `scripts/build/kernels/write-products.ts`.
 */

/** Sums of four products each in four lanes, added to `sum`: in one instruction where the processor has it. */
@inline
export function addInOne(sum: v128, weights: v128, row: v128): v128 {
  return i32x4.relaxed_dot_i8x16_i7x16_add_s(weights, row, sum)
}

/** The same by three instructions: elsewhere V8 makes a constant again at each step of the form above, which is slower. */
@inline
export function addInThree(sum: v128, weights: v128, row: v128): v128 {
  return i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(weights, row)))
}

/** Sums of two products of 16 bits each in four lanes, added to `sum`; SIMD of 2021. */
@inline
export function addWords(sum: v128, weights: v128, row: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(weights, row))
}

/** Halves of four columns' sums that lie beside each other, as four sums. */
@inline
export function joinHalves(first: v128, second: v128): v128 {
  return i32x4.add(
    i8x16.shuffle(first, second, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27),
    i8x16.shuffle(first, second, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31),
  )
}

/** Back to single precision: `scale * (step * sum + least * columnSum) + bias`, and what lies there already where wanted. */
@inline
export function finish(sum: v128, column: usize, row: usize, target: usize, adds: bool): void {
  const step = v128.load32_splat(row)
  const least = v128.load32_splat(row, 4)
  const scaled = f32x4.add(f32x4.mul(step, f32x4.convert_i32x4_s(sum)), f32x4.mul(least, v128.load(column)))
  let value = f32x4.add(f32x4.mul(scaled, v128.load(column, 32)), v128.load(column, 64))
  if (adds) value = f32x4.add(value, v128.load(target))
  v128.store(target, value)
}

/** `a * b + sum`, rounded once or twice as the processor has it. */
@inline
export function addFused(a: v128, b: v128, sum: v128): v128 {
  return f32x4.relaxed_madd(a, b, sum)
}

/** `a * b + sum`, rounded twice; SIMD of 2021. */
@inline
export function addRounded(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b))
}
