import { PAIRS_AT_ONCE, type Pairs, type Steps } from './pairs'
import { CODE_WORDS, countBits, createSignCoder, mostBits } from './sign-codes'

/**
 * Two pictures are alike whose vectors lie closer than this (1 less their cosine), as with frames of one burst; or closer than
 * this part of what the pictures of a list lie from their mean, since to some models all pictures look much alike.
 */
const NEAR = 0.03
const NEAR_OF_SPREAD = 0.1

/** A list of fewer says little of how far pictures lie apart. */
const ENOUGH_FOR_SPREAD = 20

/** Up to so many vectors are compared one by one: codes would take as long. */
const FEW = 400

/** Pairs for each picture, on average, from which on half the distance has to do: a list of one scene has millions. */
const MOST_PAIRS = 20

/** A first look at a code takes 2 of its 8 words: most pairs are told apart by that. */
const FIRST_BITS = 64

/** Codes that are made between two steps, and the share of the time that all of them take of ten thousand. */
const CODES_AT_ONCE = 256
const CODES_SHARE = 0.3

/** As `toUnitVector`, in a tenth of its time: ten thousand are read before anything else may be done. */
const toLengthOne = (values: Float32Array): Float32Array | null => {
  let squares = 0
  for (const value of values) squares += value * value
  if (!(squares > 0) || !Number.isFinite(squares)) return null
  const scale = 1 / Math.sqrt(squares)
  const vector = new Float32Array(values.length)
  for (let i = 0; i < values.length; i += 1) vector[i] = (values[i] ?? 0) * scale
  return vector
}

const meanOf = (vectors: readonly Float32Array[], width: number): Float64Array => {
  const mean = new Float64Array(width)
  for (const vector of vectors) for (let i = 0; i < width; i += 1) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0)
  return mean.map((sum) => sum / Math.max(1, vectors.length))
}

const distance = (a: Float32Array, b: Float32Array): number => {
  let product = 0
  for (let i = 0; i < a.length; i += 1) product += (a[i] ?? 0) * (b[i] ?? 0)
  return 1 - product
}

/** Pairs within a distance, which grows smaller where there are too many. */
const createPairs = (near: number, most: number) => {
  let [first, second, apart]: [number[], number[], number[]] = [[], [], []]
  let limit = near
  return {
    limit: () => limit,
    add: (a: number, b: number, between: number) => {
      first.push(a)
      second.push(b)
      apart.push(between)
      if (first.length <= most) return
      limit /= 2
      const kept = [...apart.keys()].filter((i) => (apart[i] ?? 0) < limit)
      const pick = (values: readonly number[]) => kept.map((i) => values[i] ?? 0)
      ;[first, second, apart] = [pick(first), pick(second), pick(apart)]
    },
    all: (): Pairs => ({ first, second, apart }),
  }
}

/**
 * Pairs that are alike by what a model made of them. Among many they are looked for by sign codes, and each that is found is
 * compared exactly.
 *
 * @param given of equal length; `null` where a model made nothing. Of a classifier they are logits, whose direction counts.
 */
export function* findAlike(given: readonly (Float32Array | null)[]): Steps<Pairs> {
  const places: number[] = []
  const vectors: Float32Array[] = []
  given.forEach((values, place) => {
    const vector = values && toLengthOne(values)
    if (!vector) return
    places.push(place)
    vectors.push(vector)
  })
  const width = vectors[0]?.length ?? 0
  const mean = meanOf(vectors, width)
  // Of unit vectors: what they lie from their mean, squared, is 1 less the mean's own length squared.
  const spread = 1 - mean.reduce((sum, value) => sum + value * value, 0)
  const near = vectors.length < ENOUGH_FOR_SPREAD ? NEAR : Math.min(NEAR, spread * NEAR_OF_SPREAD)
  const pairs = createPairs(near, Math.max(1000, vectors.length * MOST_PAIRS))
  const compare = (i: number, j: number) => {
    const [a, b] = [vectors[i], vectors[j]]
    const between = a && b ? distance(a, b) : 2
    if (between < pairs.limit()) pairs.add(places[i] ?? 0, places[j] ?? 0, between)
  }
  let looked = 0

  if (vectors.length <= FEW) {
    for (let i = 0; i < vectors.length; i += 1) for (let j = i + 1; j < vectors.length; j += 1) compare(i, j)
    return pairs.all()
  }

  const coder = createSignCoder(width, mean)
  const codes = new Uint32Array(vectors.length * CODE_WORDS)
  for (const [i, vector] of vectors.entries()) {
    coder(vector, codes, i * CODE_WORDS)
    if (i % CODES_AT_ONCE === 0) yield (i / vectors.length) * CODES_SHARE
  }
  // The first words by themselves lie side by side, which is what most of the time goes by.
  const firsts = Uint32Array.from({ length: vectors.length }, (_, i) => codes[i * CODE_WORDS] ?? 0)
  const seconds = Uint32Array.from({ length: vectors.length }, (_, i) => codes[i * CODE_WORDS + 1] ?? 0)
  const angle = Math.acos(Math.max(0, 1 - near / spread))
  const [mostOfFirst, mostOfAll] = [mostBits(angle, FIRST_BITS), mostBits(angle, CODE_WORDS * 32)]
  const isNear = (i: number, j: number, bits: number): boolean => {
    let differ = bits
    for (let word = 2; word < CODE_WORDS; word += 1)
      differ += countBits((codes[i * CODE_WORDS + word] ?? 0) ^ (codes[j * CODE_WORDS + word] ?? 0))
    return differ <= mostOfAll
  }
  for (let i = 0; i < vectors.length; i += 1) {
    const [a, b] = [firsts[i] ?? 0, seconds[i] ?? 0]
    for (let j = i + 1; j < vectors.length; j += 1) {
      const bits = countBits(a ^ (firsts[j] ?? 0)) + countBits(b ^ (seconds[j] ?? 0))
      if (bits <= mostOfFirst && isNear(i, j, bits)) compare(i, j)
    }
    looked += vectors.length - i
    if (looked < PAIRS_AT_ONCE) continue
    looked = 0
    // Of all pairs: each row has fewer before it than the one above.
    yield CODES_SHARE + (1 - ((vectors.length - i) / vectors.length) ** 2) * (1 - CODES_SHARE)
  }
  return pairs.all()
}
