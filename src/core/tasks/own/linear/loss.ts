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

/**
 * Probabilities of a row of logits, without overflow.
 * @returns `log(sum(exp(row)))`.
 */
const softmaxRow = (
  logits: Float64Array,
  from: number,
  count: number,
  out: Float64Array,
  to: number,
): number => {
  let largest = -Infinity
  for (let c = 0; c < count; c += 1) largest = Math.max(largest, logits[from + c] as number)
  let sum = 0
  for (let c = 0; c < count; c += 1) {
    const power = Math.exp((logits[from + c] as number) - largest)
    out[to + c] = power
    sum += power
  }
  for (let c = 0; c < count; c += 1) out[to + c] = (out[to + c] as number) / sum
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
  const row = new Float64Array(classes)
  for (let from = 0; from < logits.length; from += classes) {
    if (mode === 'single' && weights[from] === 0) residual?.fill(0, from, from + classes)
    else if (mode === 'single') {
      const weight = weights[from] as number
      const [into, to] = residual ? [residual, from] : [row, 0]
      const whole = softmaxRow(logits, from, classes, into, to)
      for (let c = 0; c < classes; c += 1) {
        const target = labels[from + c] === YES ? certainty : others
        if (target !== 0) loss += weight * target * (whole - (logits[from + c] as number))
        if (residual) residual[from + c] = weight * ((residual[from + c] as number) - target)
      }
    } else
      for (let c = from; c < from + classes; c += 1) {
        const [label, weight, logit] = [labels[c], weights[c] as number, logits[c] as number]
        const target = label === YES ? certainty : 1 - certainty
        if (label !== UNKNOWN) loss += weight * (softplus(logit) - target * logit)
        if (residual) residual[c] = label === UNKNOWN ? 0 : weight * (sigmoid(logit) - target)
      }
  }
  return loss
}

/**
 * Second derivatives of {@link crossEntropy} along two directions of the logits: each twice, and one and the other.
 * @param residual as `crossEntropy` has given it for the same targets, at the point where they are wanted.
 */
export const curvatures = (
  { mode, classes, labels, weights, certainty = 1 }: LossTargets,
  residual: Float64Array,
  one: Float64Array,
  other: Float64Array,
): readonly [one: number, both: number, other: number] => {
  const [no, isSingle] = [
    mode === 'single' ? (1 - certainty) / Math.max(1, classes - 1) : 1 - certainty,
    mode === 'single',
  ]
  let [aa, ab, bb] = [0, 0, 0]
  for (let from = 0; from < residual.length; from += classes) {
    let [a, b] = [0, 0]
    const ofRow = weights[from] as number
    for (let at = from; at < from + classes; at += 1) {
      const weight = isSingle ? ofRow : (weights[at] as number)
      if (weight === 0 || labels[at] === UNKNOWN) continue
      const share = (residual[at] as number) / weight + (labels[at] === YES ? certainty : no)
      // One answer of all, or yes and no of each by itself.
      const spread = weight * (isSingle ? share : share * (1 - share))
      const [x, y] = [one[at] as number, other[at] as number]
      aa += spread * x * x
      ab += spread * x * y
      bb += spread * y * y
      a += share * x
      b += share * y
    }
    if (!isSingle) continue
    aa -= ofRow * a * a
    ab -= ofRow * a * b
    bb -= ofRow * b * b
  }
  return [aa, ab, bb]
}

/** Probabilities in place of logits, row by row. */
export const logitsToProbabilities = (
  mode: HeadMode,
  classes: number,
  logits: Float64Array,
): Float64Array => {
  if (mode === 'multi') return logits.map(sigmoid)
  const out = new Float64Array(logits.length)
  for (let from = 0; from < logits.length; from += classes) softmaxRow(logits, from, classes, out, from)
  return out
}
