const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0)

/** Scaled to length 1. */
export const unit = (vector: readonly number[]): number[] => {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((value) => value / length)
}

/** Of two vectors of any length; NaN where their lengths differ or one is zero. */
export const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.length === b.length ? dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : NaN
