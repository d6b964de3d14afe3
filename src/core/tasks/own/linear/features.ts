import { classCount, exampleCount, labelWeights, learnedClasses, type TrainingSet } from '../training-set'
import { addWeightedRows, cholesky, solveLower, solveUpper, timesTransposed, toDoubles } from './matrix'

/** Examples as a correction sees them: centred, scaled, and in as few numbers as tell them apart. */
export interface Features {
  /** Numbers a row. */
  readonly size: number
  readonly rows: Float64Array
  /** Others, by the centre and scale of these. */
  project(vectors: Float32Array): Float64Array
  /** Weights of features (a row a class) as weights of vectors, with what the centre adds to each class's bias. */
  toVectorSpace(weights: Float64Array): { readonly weights: Float64Array; readonly shifts: Float64Array }
}

/** The mean in which every class counts the same, however many examples it has. */
const balancedMean = (set: TrainingSet): Float64Array => {
  const { width } = set
  const vectors = toDoubles(set.vectors)
  const [n, count, weights] = [exampleCount(set), classCount(set), labelWeights(set)]
  const mean = new Float64Array(width)
  let total = 0
  for (const c of learnedClasses(set)) {
    addWeightedRows(mean, 0, vectors, width, weights, count, c)
    for (let i = 0; i < n; i += 1) total += weights[i * count + c] as number
  }
  return mean.map((value) => value / Math.max(total, Number.MIN_VALUE))
}

const centred = (vectors: Float32Array, width: number, mean: Float64Array, scale: number): Float64Array => {
  const rows = new Float64Array(vectors.length)
  for (let from = 0; from < rows.length; from += width)
    for (let k = 0; k < width; k += 1)
      rows[from + k] = ((vectors[from + k] as number) - (mean[k] as number)) / scale
  return rows
}

/**
 * Vectors less the balanced mean, scaled to a mean square length of 1. With fewer examples than numbers
 * the rows of the Gram matrix's Cholesky factor take their place: the same lengths and angles in as many numbers as
 * there are examples, so that what is fitted is the same and costs less.
 */
export const toFeatures = (set: TrainingSet): Features => {
  const { width } = set
  const n = exampleCount(set)
  const mean = balancedMean(set)
  const bare = centred(set.vectors, width, mean, 1)
  let squares = 0
  for (const value of bare) squares += value * value
  const scale = Math.sqrt(squares / n) || 1
  const rows = bare.map((value) => value / scale)
  const asVectors = (weights: Float64Array) => {
    const ofVectors = weights.map((value) => value / scale)
    return { weights: ofVectors, shifts: timesTransposed(ofVectors, mean, width).map((value) => -value) }
  }
  if (n >= width)
    return {
      size: width,
      rows,
      project: (vectors) => centred(vectors, width, mean, scale),
      toVectorSpace: asVectors,
    }
  const lower = cholesky(timesTransposed(rows, rows, width), n)
  return {
    size: n,
    rows: lower,
    project: (vectors) => {
      const projected = timesTransposed(centred(vectors, width, mean, scale), rows, width)
      for (let i = 0; i < projected.length; i += n) solveLower(lower, n, projected.subarray(i, i + n))
      return projected
    },
    toVectorSpace: (weights) => {
      const ofRows = new Float64Array((weights.length / n) * width)
      for (let c = 0; c < weights.length / n; c += 1) {
        const shares = weights.slice(c * n, (c + 1) * n)
        solveUpper(lower, n, shares)
        addWeightedRows(ofRows, c * width, rows, width, shares, 1, 0)
      }
      return asVectors(ofRows)
    },
  }
}
