/**
 * What a tower of a transformer needs, in SIMD of 2021 (AssemblyScript), for browsers without relaxed instructions: rows have 16
 * bits a number. As `transformer-kernel.as.ts` else.
 */
export { activate, normalise, softmax, toWords } from './rows.as'
export { multiplyFloats } from './simd-floats.as'
export { multiplyWords } from './word-products.as'

/** First byte that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base
}
