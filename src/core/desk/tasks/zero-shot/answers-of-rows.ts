import type { Steps } from '../../duplicates/pairs'
import type { RowJudgement } from '../../columns/judged-rows'
import type { RowsToJudge } from '../row-judge'
import { zeroShotJudge, type ZeroShotQuestion } from './zero-shot-judge'

/** What one question says of rows: of each, and of each tag of each, one after another. */
export interface RowAnswers {
  readonly rows: Uint32Array<ArrayBuffer>
  /** The place of the first tag of the ranking; 0 without tags. */
  readonly best: Uint32Array<ArrayBuffer>
  /** 1 where a tag is part of the answer. A row without any is none of them. */
  readonly accepted: Uint8Array<ArrayBuffer>
  /** What the ranking shows: a probability, 0 to 1, or a cosine where the model gives none. */
  readonly scores: Float32Array<ArrayBuffer>
}

/** Rows that are judged between two pauses: about a millisecond of work with a hundred tags. */
const AT_ONCE = 256

/** Of the whole work, what columns of cosines are that are not known yet. */
const COLUMNS_SHARE = 0.9

/** Every vector that a question names, each once. */
const numbersOf = ({ tags, neutral }: ZeroShotQuestion): readonly number[] => [
  ...new Set([
    ...neutral,
    ...tags.flatMap(({ vector, rivals, neutralPictures }) => [vector, ...rivals, ...(neutralPictures ?? [])]),
  ]),
]

/**
 * Judges rows by a question. It tells the share that is done, and pauses with each column of cosines: one of ten thousand
 * rows takes about ten milliseconds.
 * @param judged `null` where there is nothing to judge.
 */
export function* answersOfRows(
  question: ZeroShotQuestion,
  judged: RowsToJudge | null,
  slots: readonly number[],
  rowOf: (slot: number) => number,
): Steps<RowAnswers> {
  const labels = question.tags.length
  const answers: RowAnswers = {
    rows: Uint32Array.from(slots, rowOf),
    best: new Uint32Array(slots.length),
    accepted: new Uint8Array(slots.length * labels),
    scores: new Float32Array(slots.length * labels),
  }
  if (judged === null || slots.length === 0) return answers
  const numbers = numbersOf(question)
  for (const [i, number] of numbers.entries()) {
    judged.cosines.column(number)
    yield (COLUMNS_SHARE * (i + 1)) / numbers.length
  }
  const judge = zeroShotJudge(question, judged)
  const judgement: RowJudgement = { answers: [], sureness: -1, margin: NaN }
  for (const [i, slot] of slots.entries()) {
    judgement.answers.length = 0
    judge.judge(slot, judgement)
    for (const place of judgement.answers) if (place < labels) answers.accepted[i * labels + place] = 1
    answers.best[i] = Math.max(0, judge.rank(slot, answers.scores, i * labels))
    if (i % AT_ONCE === AT_ONCE - 1) yield COLUMNS_SHARE + ((1 - COLUMNS_SHARE) * i) / slots.length
  }
  return answers
}
