import type { Judgement } from '../../../core/question/scoring/judge'

/** Stands in the filter and in the counts where a tag's id would: the pictures that no tag fits. */
export const NONE_ID = 'none-of-these'

/** Whether a picture is left without any tag. With a tag for the rest it has that one. */
export const hasNoTag = ({ rejected, ranking }: Judgement): boolean =>
  rejected && ranking[0]?.accepted !== true
