import { CATEGORIES } from '../../../tasks/fixed-labels/imagenet/category'
import { sumCategories } from '../../../tasks/fixed-labels/imagenet/sum-categories'
import type { ClassLogits } from '../../../tasks/fixed-labels/class-logits'
import { categoryId, classProbabilities, idOfClass } from '../../../tasks/fixed-labels/rank-classes'
import type { FixedLabelModel } from '../../../tasks/fixed-labels/model'
import type { RowJudge, RowsToJudge } from '../row-judge'

/** What a classifier is asked of every picture: nothing but its labels. */
export interface FixedLabelQuestion extends Pick<FixedLabelModel, 'categories'> {
  readonly task: 'fixed-labels'
  /** How many labels it has. */
  readonly labels: number
}

/** Where the largest of them is; the first among equals. */
const placeOfLargest = (values: ArrayLike<number>): number => {
  let best = 0
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** Judges rows of logits: by the six categories where the labels are ImageNet's, else by the classes themselves. */
export const fixedLabelJudge = (
  { labels, categories }: FixedLabelQuestion,
  { rows }: RowsToJudge,
): RowJudge => {
  /** Shares by the place of the label. */
  const sharesAt = (slot: number): readonly number[] => {
    // Rows of a classifier are its logits.
    const probabilities = classProbabilities(rows.at(slot) as ClassLogits)
    return categories === null
      ? probabilities
      : sumCategories(probabilities, categories).map(({ probability }) => probability)
  }
  return {
    labelIds:
      categories === null
        ? Array.from({ length: labels }, (_, classId) => idOfClass(classId))
        : CATEGORIES.map(categoryId),
    judge: (slot, into) => {
      const shares = sharesAt(slot)
      // By logits among classes: shares of two may round to the same number.
      const place = placeOfLargest(categories === null ? rows.at(slot) : shares)
      into.answers.push(place)
      into.sureness = shares[place] ?? -1
      into.margin = NaN
    },
    score: (slot, place) => sharesAt(slot)[place] ?? NaN,
  }
}
