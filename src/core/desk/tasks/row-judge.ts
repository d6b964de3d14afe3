import type { CosineColumns } from '../columns/cosine-columns'
import type { EncodedRows } from '../columns/encoded-rows'
import type { RowJudgement } from '../columns/judged-rows'

/** What rows are judged from. */
export interface RowsToJudge {
  readonly rows: EncodedRows
  readonly cosines: CosineColumns
}

/**
 * What models of one task say of rows, many at a time; to the last bit what the page says of one. Each task has a folder
 * beside this file; `row-judges.ts` lists them.
 */
export interface RowJudge {
  /** Ids of the labels, by which the page knows them. */
  readonly labelIds: readonly string[]
  /** Says what is to be said of a row that is encoded. */
  judge(slot: number, into: RowJudgement): void
  /** What a label, by its place, scores for such a row: 0 to 1, or a cosine where the model gives no probabilities. */
  score(slot: number, place: number): number
}
