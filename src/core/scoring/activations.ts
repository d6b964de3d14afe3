import type { Logit, Probability } from '../brands'

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
 * Each logit judged alone: `1 / (1 + exp(-l))`.
 *
 * @param temperature divides the logits first. Must be positive.
 * @returns one probability per logit, in order. They sum to nothing in particular.
 */
export const sigmoid = (logits: readonly Logit[], temperature = 1): Probability[] =>
  logits.map((logit) => (1 / (1 + Math.exp((-1 * logit) / temperature))) as Probability)
