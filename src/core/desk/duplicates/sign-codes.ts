/** Bits of a code, and the 32-bit words that it takes. */
const BITS = 256
export const CODE_WORDS = BITS / 32

/** Numbers that look random and are the same each time (Lehmer's generator, modulo 2^31 - 1). */
const createNumbers = (seed: number) => (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
}

/** The Walsh-Hadamard transform in place: sums and differences of pairs, at every distance. */
const mix = (values: Float64Array): void => {
  for (let half = 1; half < values.length; half *= 2)
    for (let from = 0; from < values.length; from += 2 * half)
      for (let i = from; i < from + half; i += 1) {
        const a = values[i] ?? 0
        const b = values[i + half] ?? 0
        values[i] = a + b
        values[i + half] = a - b
      }
}

/**
 * Codes of 256 bits by which vectors that lie near each other are found among many: each bit says on which side of a plane
 * a vector lies, so that two vectors differ in about as many bits of 256 as their angle is a part of half a turn. Planes are
 * the rows of two Walsh-Hadamard transforms behind random signs, which take n log n instead of 256 n steps (Ailon and
 * Chazelle, 2006).
 *
 * @param width of the vectors.
 * @returns writes the code of a vector, less `mean`.
 */
export const createSignCoder = (
  width: number,
  mean: Float64Array,
): ((vector: Float32Array, into: Uint32Array, at: number) => void) => {
  const length = Math.max(BITS, 2 ** Math.ceil(Math.log2(Math.max(1, width))))
  const next = createNumbers(1)
  const signs = () => Float64Array.from({ length }, () => (next() < 0.5 ? -1 : 1))
  const [before, between] = [signs(), signs()]
  const values = new Float64Array(length)
  return (vector, into, at) => {
    values.fill(0)
    for (let i = 0; i < width; i += 1) values[i] = ((vector[i] ?? 0) - (mean[i] ?? 0)) * (before[i] ?? 0)
    mix(values)
    for (let i = 0; i < length; i += 1) values[i] = (values[i] ?? 0) * (between[i] ?? 0)
    mix(values)
    for (let word = 0; word < CODE_WORDS; word += 1) {
      let bits = 0
      for (let i = 0; i < 32; i += 1) bits = (bits << 1) | Number((values[word * 32 + i] ?? 0) > 0)
      into[at + word] = bits
    }
  }
}

/** How many bits of a word are 1. */
export const countBits = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Farther from the number of bits that is expected than any pair of thousands comes, in standard deviations. */
const DEVIATIONS = 4.6

/** In how many of `bits` bits two vectors at an angle differ at most, but for one pair in a million. */
export const mostBits = (angle: number, bits: number): number => {
  const share = angle / Math.PI
  return Math.ceil(share * bits + DEVIATIONS * Math.sqrt(bits * share * (1 - share)))
}
