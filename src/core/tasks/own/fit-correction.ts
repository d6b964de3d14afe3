import { crossEntropy, type LossTargets } from './linear/loss'
import { minimise } from './linear/minimise'
import type { ExampleSpace, Measure } from './linear/space'

/** What examples add to the words: weights of their rows and a bias, for each class that has examples. */
export interface Correction {
  /** The learned classes, by their place among all. */
  readonly learned: readonly number[]
  /** A row of weights for each of these, then a bias for each. */
  readonly parameters: Float64Array
  /** What it adds to the logits of all examples, those too that it has not learned from: a row each, a number a class. */
  readonly logits: Float64Array
  /** How steep it was at the start, for later fits from here. */
  readonly steepness: number
}

/** How a fit begins and ends. */
interface FitOptions {
  /** Parameters of the same fitting to begin with. */
  readonly start?: Float64Array
  readonly tolerance?: number
  readonly steepness?: number
}

/** What a correction is fitted to. */
export interface Fitting {
  /** Labels that weigh 0 are not learned from. */
  readonly targets: LossTargets
  readonly space: Pick<ExampleSpace, 'size' | 'held'>
  readonly measure: Measure
  /** What the words say already, a logit for each example and class. */
  readonly offset: Float64Array
  readonly learned: readonly number[]
}

/** A function that computes corrections of all examples into `out`, by class. */
const createCorrector = ({ space: { size, held }, measure, learned, offset, targets }: Fitting) => {
  const { classes } = targets
  const count = learned.length
  const n = offset.length / classes
  const scaled = new Float64Array(count * size)
  const products = new Float64Array(n * count)
  const shifts = new Float64Array(count)
  return (parameters: Float64Array, out: Float64Array): void => {
    for (let c = 0; c < count; c += 1) {
      let byMean = 0
      for (let k = 0; k < size; k += 1) {
        const weight = (parameters[c * size + k] as number) / measure.scale
        scaled[c * size + k] = weight
        byMean += weight * (measure.mean[k] as number)
      }
      shifts[c] = (parameters[count * size + c] as number) - byMean
    }
    held.timesWeights(scaled, count, products)
    for (let c = 0; c < count; c += 1) {
      const [to, shift] = [learned[c] as number, shifts[c] as number]
      for (let i = 0; i < n; i += 1)
        out[i * classes + to] =
          (out[i * classes + to] as number) + (products[i * count + c] as number) + shift
    }
  }
}

/**
 * Minimises the weighted cross-entropy plus `lambda / 2` times the weights' squares plus half of the biases' squares:
 * a bias that nothing holds would drift.
 */
export const fitCorrection = (
  fitting: Fitting,
  lambda: number,
  { start = new Float64Array(fitting.learned.length * (fitting.space.size + 1)), ...until }: FitOptions = {},
): Correction => {
  const { targets, measure, offset, learned } = fitting
  const { size, held } = fitting.space
  const { classes } = targets
  const [count, n] = [learned.length, offset.length / classes]
  const correct = createCorrector(fitting)
  const { mean } = measure
  const shrink = 1 / measure.scale
  const logits = new Float64Array(offset.length)
  const residual = new Float64Array(offset.length)
  const learnsAll = count === classes
  // Where all classes are learned they are the residuals as they stand.
  const shares = learnsAll ? residual : new Float64Array(n * count)
  const sums = new Float64Array(count * size)
  const totals = new Float64Array(count)
  const smooth = (parameters: Float64Array, gradient: Float64Array): number => {
    logits.set(offset)
    correct(parameters, logits)
    let value = crossEntropy(targets, logits, residual)
    if (!learnsAll)
      for (let i = 0; i < n; i += 1)
        for (let c = 0; c < count; c += 1)
          shares[i * count + c] = residual[i * classes + (learned[c] as number)] as number
    held.addUp(shares, count, sums)
    totals.fill(0)
    for (let i = 0; i < shares.length; i += count)
      for (let c = 0; c < count; c += 1) totals[c] = (totals[c] as number) + (shares[i + c] as number)
    for (let c = 0; c < count; c += 1) {
      const sum = totals[c] as number
      let squares = 0
      for (let k = 0; k < size; k += 1) {
        const at = c * size + k
        const parameter = parameters[at] as number
        squares += parameter * parameter
        gradient[at] = ((sums[at] as number) - sum * (mean[k] as number)) * shrink + lambda * parameter
      }
      value += (lambda / 2) * squares
      const bias = parameters[count * size + c] as number
      value += (bias * bias) / 2
      gradient[count * size + c] = sum + bias
    }
    return value
  }
  const { point: parameters, steepness } = minimise(smooth, start, until)
  const own = new Float64Array(offset.length)
  correct(parameters, own)
  return { learned, parameters, logits: own, steepness }
}
