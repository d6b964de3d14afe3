import type { Logit, Probability } from '../../brands'
import { softmax } from '../../question/scoring/activations'
import type { ClassLogits } from './class-logits'
import type { Category } from './imagenet/category'

/** What a classifier thinks of one of its labels. */
export interface ClassScore {
  /** Place of the label in the model's output, from 0. */
  readonly classId: number
  readonly label: string
  readonly logit: Logit
  readonly probability: Probability
}

/** Shares of 1 among all labels of a classifier, in the order of its output. */
export const classProbabilities = (logits: ClassLogits): readonly Probability[] =>
  // A classifier's output is its logits as they are, which the brand says from here on.
  softmax(Array.from(logits) as unknown as Logit[])

/**
 * The likeliest labels, best first.
 * @param probabilities of the same picture as `logits`.
 * @param count how many at most; a model may have fewer.
 */
export const topClasses = (
  logits: ClassLogits,
  probabilities: readonly Probability[],
  labels: readonly string[],
  count: number,
): readonly ClassScore[] =>
  [...logits.keys()]
    .sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b)
    .slice(0, count)
    .map((classId) => ({
      classId,
      label: labels[classId] ?? `class ${classId}`,
      // Both lists have an entry for every class.
      logit: logits[classId] as Logit,
      probability: probabilities[classId] as Probability,
    }))

/** The id by which pictures of a category are counted and filtered; no tag's id looks like it. */
export const categoryId = (category: Category): string => `category ${category}`

/** The same of a class, where nothing maps classes to categories. */
export const idOfClass = (classId: number): string => `class ${classId}`
