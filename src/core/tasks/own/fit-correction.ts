import type { Features } from './linear/features'
import { crossEntropy, type LossTargets } from './linear/loss'
import { addWeightedRows, timesTransposed } from './linear/matrix'
import { minimise } from './linear/minimise'

/** What examples add to the words: a weight for each feature and a bias, for each class that has examples. */
export interface Correction {
  /** The learned classes, by their place among all. */
  readonly learned: readonly number[]
  /** A row of feature weights for each of these, then a bias for each. */
  readonly parameters: Float64Array
}

/**
 * The corrections of rows of features, for all classes: none where a class has not learned.
 * @param out gets them added.
 */
export const addCorrection = (
  { learned, parameters }: Correction,
  features: Float64Array,
  classes: number,
  out: Float64Array,
): Float64Array => {
  const size = parameters.length / learned.length - 1
  const weights = parameters.subarray(0, learned.length * size)
  const products = timesTransposed(features, weights, size)
  learned.forEach((c, place) => {
    const bias = parameters[learned.length * size + place] as number
    for (let i = 0; i * classes < out.length; i += 1)
      out[i * classes + c] =
        (out[i * classes + c] as number) + (products[i * learned.length + place] as number) + bias
  })
  return out
}

/**
 * Minimises the weighted cross-entropy plus `lambda / 2` times the weights' squares plus half of the biases' squares:
 * a bias that nothing holds would drift.
 * @param offset what the words say already, a logit for each row and class.
 * @param start a correction of the same features to begin with.
 */
export const fitCorrection = (
  targets: LossTargets,
  { rows, size }: Pick<Features, 'rows' | 'size'>,
  offset: Float64Array,
  learned: readonly number[],
  lambda: number,
  start?: Float64Array,
  tolerance?: number,
): Correction => {
  const { classes } = targets
  const residual = new Float64Array(offset.length)
  const biasesAt = learned.length * size
  const smooth = (parameters: Float64Array, gradient: Float64Array): number => {
    const logits = addCorrection({ learned, parameters }, rows, classes, offset.slice())
    let value = crossEntropy(targets, logits, residual)
    gradient.fill(0)
    learned.forEach((c, place) => {
      addWeightedRows(gradient, place * size, rows, size, residual, classes, c)
      let sum = 0
      for (let i = c; i < residual.length; i += classes) sum += residual[i] as number
      gradient[biasesAt + place] = sum
    })
    for (let k = 0; k < parameters.length; k += 1) {
      const pull = k < biasesAt ? lambda : 1
      const parameter = parameters[k] as number
      value += (pull / 2) * parameter * parameter
      gradient[k] = (gradient[k] as number) + pull * parameter
    }
    return value
  }
  const begin = start ?? new Float64Array(learned.length * (size + 1))
  return { learned, parameters: minimise(smooth, begin, tolerance === undefined ? {} : { tolerance }) }
}
