import type { ClassificationRecord, LabelRecord } from '../tasks/zero-shot/record'

/** The labels of a record, best first; a record has them in the order of the request. */
export const bestFirst = ({ labels }: ClassificationRecord): readonly LabelRecord[] =>
  [...labels].sort((a, b) => a.rank - b.rank)

/** The share of the best label: 0 without labels, `null` where none is known or the answer is withheld. */
export const bestConfidence = (record: ClassificationRecord): number | null => {
  if (record.unanswered !== undefined) return null
  const [best] = bestFirst(record)
  return best ? best.probability : 0
}
