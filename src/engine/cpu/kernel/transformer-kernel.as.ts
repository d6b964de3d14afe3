/**
 * What a tower of a transformer needs, in SIMD with relaxed instructions (AssemblyScript): one module over one memory,
 * which the caller owns. Addresses are in bytes and multiples of 16. `simd-kernel.as.ts` is for browsers without them.
 */
export { multiplyBytesInOne, multiplyBytesInThree } from './byte-products.as'
export { multiplyFloats } from './relaxed-floats.as'
export { activate, normalise, softmax, toBytes, toWords } from './rows.as'
export { multiplyWords } from './word-products.as'

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

/** First byte that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base
}
