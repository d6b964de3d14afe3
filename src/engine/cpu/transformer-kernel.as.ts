/**
 * What a tower of a transformer needs, in SIMD with relaxed instructions (AssemblyScript): one module over one memory,
 * which the caller owns. Addresses are in bytes and multiples of 16.
 */
export { multiplyBytes, multiplyBytesInOne, multiplyFloats, probeProducts } from './matrix-products.as'
export { activate, normalise, softmax, toBytes } from './rows.as'

/** First byte that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base
}
