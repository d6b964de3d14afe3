import { UNKNOWN, YES, type HeadMode } from '../training-set'

/** What a loss is taken of: rows of labels, and how much each label counts. */
export interface LossTargets {
  readonly mode: HeadMode
  readonly classes: number
  readonly labels: Int8Array
  readonly weights: Float64Array
  /** What is wanted of the right answer, below 1 where an answer may not be certain. */
  readonly certainty?: number
}

/** `log(sum(exp(row)))`, without overflow. */
const logSumExp = (logits: Float64Array, from: number, count: number): number => {
  let largest = -Infinity
  for (let c = 0; c < count; c += 1) largest = Math.max(largest, logits[from + c] as number)
  let sum = 0
  for (let c = 0; c < count; c += 1) sum += Math.exp((logits[from + c] as number) - largest)
  return largest + Math.log(sum)
}

/** `log(1 + exp(x))`, without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/**
 * Weighted cross-entropy in nats, summed over all rows: of a softmax with one label, of a sigmoid for each known label
 * with several.
 * @param residual gets the derivative by each logit, if it is given.
 */
export const crossEntropy = (
  { mode, classes, labels, weights, certainty = 1 }: LossTargets,
  logits: Float64Array,
  residual?: Float64Array,
): number => {
  let loss = 0
  const others = classes > 1 ? (1 - certainty) / (classes - 1) : 0
  for (let from = 0; from < logits.length; from += classes) {
    const whole = mode === 'single' ? logSumExp(logits, from, classes) : 0
    for (let c = 0; c < classes; c += 1) {
      const [label, weight, logit] = [
        labels[from + c],
        weights[from + c] as number,
        logits[from + c] as number,
      ]
      if (mode === 'single') {
        const target = label === YES ? certainty : others
        loss += weight * target * (whole - logit)
        if (residual) residual[from + c] = weight * (Math.exp(logit - whole) - target)
      } else {
        const target = label === YES ? certainty : 1 - certainty
        if (label !== UNKNOWN) loss += weight * (softplus(logit) - target * logit)
        if (residual) residual[from + c] = label === UNKNOWN ? 0 : weight * (sigmoid(logit) - target)
      }
    }
  }
  return loss
}

/** Probabilities in place of logits, row by row. */
export const toProbabilities = (mode: HeadMode, classes: number, logits: Float64Array): Float64Array => {
  if (mode === 'multi') return logits.map(sigmoid)
  const out = new Float64Array(logits.length)
  for (let from = 0; from < logits.length; from += classes) {
    const whole = logSumExp(logits, from, classes)
    for (let c = 0; c < classes; c += 1) out[from + c] = Math.exp((logits[from + c] as number) - whole)
  }
  return out
}
