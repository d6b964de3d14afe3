import type { UnitVector } from '../brands'
import { toUnitVector } from '../scoring/cosine'

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
