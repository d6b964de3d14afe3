import type { Dtype } from '../../../src/core/runtime/runtime.ts'
import type { Answers } from './answers.ts'

/** How far two answers of one model are apart. */
export interface Comparison {
  /** Places in the list of prompts whose tokens differ. */
  readonly otherTokens: readonly number[]
  /** Largest cosine distance of two embeddings of one prompt, of one picture. */
  readonly prompts: number
  readonly pictures: number
  /** Largest difference of two probabilities; `null` where one side has none. */
  readonly probabilities: number | null
}

/** What a comparison may come to; cosine distance. */
export interface Limits {
  readonly distance: number
}

/** Of the same file: another runtime's rounding. */
export const SAME_FILE: Limits = { distance: 1e-3 }

/**
 * Of the weights as they were trained. Half precision stays below ente's limit for "verified"
 * (`core/runtime/self-check/judge-probe.ts`); what 8 and 4 bits cost is told, and not judged.
 */
export const limitsOf = (dtype: Dtype): Limits => ({
  distance: dtype === 'fp32' ? 1e-3 : dtype === 'fp16' ? 0.015 : Infinity,
})

/** Ids without the padding at their end: a run of one id is one of it. */
const withoutPadding = (ids: readonly number[]): string => {
  let end = ids.length
  while (end > 1 && ids[end - 1] === ids[end - 2]) end -= 1
  return ids.slice(0, end).join(' ')
}

const cosineDistance = (a: readonly number[], b: readonly number[]): number => {
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0)
  return a.length === b.length ? 1 - dot / (Math.hypot(...a) * Math.hypot(...b)) : 2
}

/** The largest `measure` of two rows in one place; 2, the largest distance there is, where a row is missing. */
const worst = (
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
  measure: (a: readonly number[], b: readonly number[]) => number,
): number =>
  ours.length === theirs.length
    ? ours.reduce((most, row, i) => Math.max(most, measure(row, theirs[i] ?? [])), 0)
    : 2

const largestDifference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0)

/** Compares what we make of a model with what a reference makes of it. */
export const compareAnswers = (ours: Answers, theirs: Answers): Comparison => ({
  otherTokens: ours.tokens.flatMap((ids, i) =>
    withoutPadding(ids) === withoutPadding(theirs.tokens[i] ?? []) ? [] : [i],
  ),
  prompts: worst(ours.prompts, theirs.prompts, cosineDistance),
  pictures: worst(ours.pictures, theirs.pictures, cosineDistance),
  probabilities:
    ours.probabilities && theirs.probabilities
      ? worst(ours.probabilities, theirs.probabilities, largestDifference)
      : null,
})

/** Whether a comparison is within limits. A number that is none is not. */
export const isWithin = ({ otherTokens, prompts, pictures }: Comparison, { distance }: Limits): boolean =>
  otherTokens.length === 0 && prompts <= distance && pictures <= distance
