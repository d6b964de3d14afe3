import { logitsToProbabilities } from './linear/loss'
import { timesTransposed, toDoubles } from './linear/matrix'
import type { HeadMode } from './training-set'

/** A linear head: a row of weights and a bias for each class, over unit vectors of one model. */
export interface Head {
  readonly mode: HeadMode
  readonly width: number
  /** `width` numbers a class, in the order of the classes. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Logits of vectors, a row each, a number a class. */
export const headLogits = (head: Head, vectors: Float32Array): Float64Array => {
  const logits = timesTransposed(toDoubles(vectors), toDoubles(head.weights), head.width)
  const count = head.biases.length
  return logits.map((logit, i) => logit + (head.biases[i % count] ?? 0))
}

/** Probabilities of vectors, 0 to 1, a row each: shares of 1 with one label, each by itself with several. */
export const headProbabilities = (head: Head, vectors: Float32Array): Float64Array =>
  logitsToProbabilities(head.mode, head.biases.length, headLogits(head, vectors))
