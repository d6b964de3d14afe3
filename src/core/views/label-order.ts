import type { ClassificationRecord, LabelRecord } from '../tasks/zero-shot/record'

/** The labels of a record, best first; a record has them in the order of the request. */
export const bestFirst = ({ labels }: ClassificationRecord): readonly LabelRecord[] =>
  [...labels].sort((a, b) => a.rank - b.rank)
