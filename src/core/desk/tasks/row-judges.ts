import { fixedLabelJudge, type FixedLabelQuestion } from './fixed-labels/fixed-label-judge'
import { ownJudge, type OwnQuestion } from './own/own-judge'
import type { RowJudge, RowsToJudge } from './row-judge'
import { zeroShotJudge, type ZeroShotQuestion } from './zero-shot/zero-shot-judge'

/** What every picture is asked, as plain data: vectors of texts are named by number. */
export type ColumnQuestion = ZeroShotQuestion | FixedLabelQuestion | OwnQuestion

/** What every row is asked. */
export interface AskedOfRows {
  /** Whose numbers are judged. */
  readonly modelKey: string
  /** Whether the model says of itself that it knows drawings only: what it says of photographs means nothing. */
  readonly drawingsOnly: boolean
  readonly question: ColumnQuestion
}

/** The same of a model that reads tags. */
export type AskedInWords = AskedOfRows & { readonly question: ZeroShotQuestion }

type JudgeOf<Question> = (question: Question, judged: RowsToJudge) => RowJudge

/** This is where the columns list their tasks. */
const judges: {
  readonly [Task in ColumnQuestion['task']]: JudgeOf<Extract<ColumnQuestion, { readonly task: Task }>>
} = {
  'zero-shot': zeroShotJudge,
  'fixed-labels': fixedLabelJudge,
  own: ownJudge,
}

/** The judge of a question. Made again whenever rows have been added, since it holds on to their arrays. */
export const judgeOf = (question: ColumnQuestion, judged: RowsToJudge): RowJudge =>
  // A question and its judge are found by the same name, which TypeScript does not follow.
  (judges[question.task] as JudgeOf<ColumnQuestion>)(question, judged)
