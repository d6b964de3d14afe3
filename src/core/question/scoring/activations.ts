import type { Logit, Probability } from '../../brands'

/**
 * `ln(sum(exp(l)))` by differences to the largest, so that no logit overflows; `-Infinity` for no logits.
 * A softmax over a tag and a bank of others is a sigmoid of the tag's logit minus this of the bank.
 */
export const logSumExp = (logits: readonly Logit[]): Logit => {
  const largest = logits.reduce((max, logit) => Math.max(max, logit), -Infinity)
  if (!Number.isFinite(largest)) return largest as Logit
  return (largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0))) as Logit
}

/**
 * Shares of 1 among logits: `exp(l) / sum(exp(l))`, computed from differences to the largest so that no
 * logit overflows.
 *
 * @param temperature divides the logits first: above 1 flatter, below 1 sharper. Must be positive.
 * @returns one probability per logit, in order; empty for no logits.
 */
export const softmax = (logits: readonly Logit[], temperature = 1): Probability[] => {
  const largest = logits.reduce((max, logit) => Math.max(max, logit), -Infinity)
  const weights = logits.map((logit) => Math.exp((logit - largest) / temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (weight / total) as Probability)
}

/**
 * A logit judged alone: `1 / (1 + exp(-l))`.
 *
 * @param temperature divides the logit first. Must be positive.
 */
export const sigmoid = (logit: Logit | number, temperature = 1): Probability =>
  (1 / (1 + Math.exp((-1 * logit) / temperature))) as Probability

/** The logit of which {@link sigmoid} is `probability`: infinite for 0 and 1. */
export const inverseSigmoid = (probability: number): Logit =>
  Math.log(probability / (1 - probability)) as Logit
