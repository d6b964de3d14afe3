import type { Steps } from '../duplicates/pairs'

/** Directions in which vectors are spread the most, at right angles to each other, the widest first. */
export interface PrincipalAxes {
  readonly mean: Float64Array
  /** Of length 1. */
  readonly axes: readonly Float64Array[]
}

/** Vectors that directions are found from: of more, these lie evenly among them. */
const SAMPLE = 2000

/** Rounds until directions stand still to the eye; those after the first two matter less. */
const ROUNDS = 20

const createNumbers = (seed: number) => (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647 - 0.5
}

const meanOf = (vectors: readonly Float32Array[], width: number): Float64Array => {
  const mean = new Float64Array(width)
  for (const vector of vectors) for (let i = 0; i < width; i += 1) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0)
  return mean.map((sum) => sum / Math.max(1, vectors.length))
}

/** Along a direction, from the mean. */
export const along = (vector: Float32Array, mean: Float64Array, axis: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < axis.length; i += 1) sum += ((vector[i] ?? 0) - (mean[i] ?? 0)) * (axis[i] ?? 0)
  return sum
}

/** Makes vectors of length 1 at right angles to those before them; what nothing is left of stays zeros. */
const straighten = (axes: readonly Float64Array[]): void => {
  axes.forEach((axis, place) => {
    for (const before of axes.slice(0, place)) {
      let product = 0
      for (let i = 0; i < axis.length; i += 1) product += (axis[i] ?? 0) * (before[i] ?? 0)
      for (let i = 0; i < axis.length; i += 1) axis[i] = (axis[i] ?? 0) - product * (before[i] ?? 0)
    }
    const length = Math.hypot(...axis)
    for (let i = 0; i < axis.length; i += 1) axis[i] = length > 1e-9 ? (axis[i] ?? 0) / length : 0
  })
}

/** Turned so that its largest part is positive: a map does not flip when a picture is added. */
const orient = (axis: Float64Array): void => {
  const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0)
  if (largest < 0) for (let i = 0; i < axis.length; i += 1) axis[i] = -(axis[i] ?? 0)
}

/**
 * Finds them by power iteration of several directions at once: each round sends them through all vectors and straightens
 * them, by which they come to lie along the widest spreads (orthogonal iteration, Golub and Van Loan, 8.2.4).
 */
export function* findAxes(vectors: readonly Float32Array[], count: number): Steps<PrincipalAxes> {
  const width = vectors[0]?.length ?? 0
  const mean = meanOf(vectors, width)
  const step = Math.max(1, vectors.length / SAMPLE)
  const sample = Array.from(
    { length: Math.min(SAMPLE, vectors.length) },
    (_, i) => vectors[Math.floor(i * step)] ?? new Float32Array(width),
  )
  const next = createNumbers(1)
  let axes = Array.from({ length: Math.min(count, width) }, () => Float64Array.from({ length: width }, next))
  straighten(axes)
  const centred = new Float64Array(width)
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = axes.map(() => new Float64Array(width))
    for (const vector of sample) {
      for (let i = 0; i < width; i += 1) centred[i] = (vector[i] ?? 0) - (mean[i] ?? 0)
      for (const [place, axis] of axes.entries()) {
        let product = 0
        for (let i = 0; i < width; i += 1) product += (centred[i] ?? 0) * (axis[i] ?? 0)
        const sum = sums[place]
        if (sum) for (let i = 0; i < width; i += 1) sum[i] = (sum[i] ?? 0) + product * (centred[i] ?? 0)
      }
    }
    straighten(sums)
    axes = sums
    yield (round + 1) / ROUNDS
  }
  axes.forEach(orient)
  return { mean, axes }
}
