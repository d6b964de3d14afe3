import type { Head } from '../../../tasks/own/head'
import { isJudged, judgeByHead } from '../../../tasks/own/judge-by-head'
import type { RowJudge, RowsToJudge } from '../row-judge'

/** What a classifier of the person's own is asked of every picture: itself, as data. */
export interface OwnQuestion {
  readonly task: 'own'
  readonly head: Head
  /** Ids of its classes. */
  readonly labelIds: readonly string[]
  /** Places of those that have examples. */
  readonly learned: readonly number[]
}

/** Judges rows of vectors by a head. */
export const ownJudge = ({ head, labelIds, learned }: OwnQuestion, { rows }: RowsToJudge): RowJudge => ({
  labelIds,
  judge: (slot, into) => {
    const { answers, best, margin } = judgeByHead(head, learned, rows.at(slot))
    // None of several labels is said by the place behind the last.
    into.answers.push(...(answers.length > 0 ? answers : [labelIds.length]))
    into.sureness = best
    into.margin = margin
  },
  score: (slot, place) =>
    isJudged(head, learned, place)
      ? (judgeByHead(head, learned, rows.at(slot)).probabilities[place] ?? NaN)
      : NaN,
})
