import type { HeldOut } from '../train'
import { logitsToProbabilities } from '../linear/loss'
import { classCount, exampleCount, labelOf, type TrainingSet } from '../training-set'

/** Examples from which on it says more than chance does. */
const ENOUGH = 50

const BINS = 5

/** Answers that were about as sure, and how many of them were right. */
export interface ReliabilityBin {
  readonly answers: number
  /** What they were said to be, in the mean, 0 to 1. */
  readonly said: number
  /** What share of them was right. */
  readonly right: number
}

/**
 * Whether held-out answers are as often right as they say: bins of as many answers each, from the least sure on. Of one
 * label only; `null` with fewer than fifty examples.
 */
export const reliabilityOf = (
  set: TrainingSet,
  heldOut: HeldOut | null,
): readonly ReliabilityBin[] | null => {
  const n = exampleCount(set)
  if (heldOut === null || set.mode === 'multi' || n < ENOUGH) return null
  const count = classCount(set)
  const probabilities = logitsToProbabilities(set.mode, count, heldOut.logits)
  const answers = Array.from({ length: n }, (_, i) => {
    const row = probabilities.subarray(i * count, (i + 1) * count)
    const said = Math.max(...row)
    return { said, right: Number(row.indexOf(said) === labelOf(set, i)) }
  }).sort((a, b) => a.said - b.said)
  return Array.from({ length: BINS }, (_, bin) => {
    const own = answers.slice(Math.round((bin * n) / BINS), Math.round(((bin + 1) * n) / BINS))
    const mean = (value: (answer: (typeof own)[number]) => number) =>
      own.reduce((sum, answer) => sum + value(answer), 0) / own.length
    return { answers: own.length, said: mean(({ said }) => said), right: mean(({ right }) => right) }
  })
}
