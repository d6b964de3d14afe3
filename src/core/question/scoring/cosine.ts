import type { Cosine, UnitVector } from '../../brands'

/**
 * Scales an embedding to length 1. `*WithProjection` exports and hosted APIs give vectors of other lengths,
 * and everything here that multiplies two embeddings relies on the product being a cosine.
 *
 * @returns a new vector, or `null` where no direction exists: zero length, NaN or infinity. A sound model
 * never gives such an output, a broken graphics driver does.
 */
export const toUnitVector = (embedding: Float32Array | readonly number[]): UnitVector | null => {
  let squares = 0
  for (const value of embedding) squares += value * value
  if (!(squares > 0) || !Number.isFinite(squares)) return null
  const scale = 1 / Math.sqrt(squares)
  // The one place where the brand is given.
  return Float32Array.from(embedding, (value: number) => value * scale) as UnitVector
}

/** Each scaled to length 1; `null` where one of them has no direction, as of {@link toUnitVector}. */
export const toUnitVectors = (
  embeddings: readonly (Float32Array | readonly number[])[],
): readonly UnitVector[] | null => {
  const vectors = embeddings.map(toUnitVector)
  return vectors.every((vector) => vector !== null) ? vectors : null
}

/**
 * Similarity of two embeddings of one model, -1 to 1.
 * @throws if their dimensions differ: they come from two models, which no caller may mix.
 */
export const cosine = (a: UnitVector, b: UnitVector): Cosine => {
  if (a.length !== b.length) throw new Error(`Embeddings of ${a.length} and ${b.length} dimensions`)
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  // float32 rounding may leave a product of unit vectors a hair outside the range.
  return Math.max(-1, Math.min(1, sum)) as Cosine
}

/**
 * Several prompts as one embedding: their unit vectors averaged and brought back to length 1, as OpenAI's
 * notebook does it. One vector is given back as it is, so that what remembers it by identity still knows it.
 *
 * @returns `null` for none, and where they cancel each other out.
 */
export const averageDirection = (vectors: readonly UnitVector[]): UnitVector | null => {
  const [first] = vectors
  if (first === undefined || vectors.length === 1) return first ?? null
  const sum = new Float32Array(first.length)
  for (const vector of vectors)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0)
  return toUnitVector(sum)
}
