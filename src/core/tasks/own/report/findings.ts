import type { HeldOut } from '../train'
import { logitsToProbabilities } from '../linear/loss'
import { classCount, exampleCount, labelOf, type TrainingSet } from '../training-set'
import { allSaid } from './said'

/** Right answers among held-out ones, as a share, under which a head is not to be trusted over a person. */
const TRUSTED = 0.8

/** One thing that was said of an example by a head that had not learned from it. */
export interface HeldOutAnswer {
  /** Of the picture. */
  readonly id: string
  /** As in the report's table. */
  readonly truth: number
  readonly answer: number
}

/** What held-out examples say of single pictures. */
export interface Findings {
  /** One an example; with several labels one for each that is known. */
  readonly answers: readonly HeldOutAnswer[]
  /** Pictures whose label may be wrong, the likeliest first. */
  readonly suspects: readonly string[]
  /** Pictures that are so alike that they count as one. */
  readonly alike: readonly (readonly string[])[]
}

/**
 * Examples whose held-out answer is another, and as sure as that answer is where it is right: in the mean of the
 * examples of that class (confident learning, Northcutt et al. 2019, arXiv 1911.00068). One label only: of several,
 * what is not known says too little.
 */
const suspectsOf = (set: TrainingSet, { logits }: HeldOut): readonly number[] => {
  if (set.mode === 'multi') return []
  const [n, count] = [exampleCount(set), classCount(set)]
  const probabilities = logitsToProbabilities(set.mode, count, logits)
  const sum = new Float64Array(count)
  const of = new Float64Array(count)
  const labels = Array.from({ length: n }, (_, i) => labelOf(set, i))
  labels.forEach((label, i) => {
    sum[label] = (sum[label] ?? 0) + (probabilities[i * count + label] ?? 0)
    of[label] = (of[label] ?? 0) + 1
  })
  const suspected = labels.flatMap((label, i) => {
    const row = probabilities.subarray(i * count, (i + 1) * count)
    const best = Math.max(...row)
    const answer = row.indexOf(best)
    const usual = (sum[answer] ?? 0) / (of[answer] ?? 1)
    return answer !== label && best >= usual ? [{ example: i, margin: best - (row[label] ?? 0) }] : []
  })
  return suspected.sort((a, b) => b.margin - a.margin).map(({ example }) => example)
}

/** What is found of single examples. @param ids of the examples, in their order. */
export const findingsOf = (set: TrainingSet, heldOut: HeldOut | null, ids: readonly string[]): Findings => {
  const idOf = (example: number): string => ids[example] ?? ''
  const said = heldOut ? allSaid(set, heldOut) : []
  const right = said.filter(({ truth, answer }) => truth === answer).length
  const groups = new Map<string, string[]>()
  set.groups.forEach((group, i) => groups.set(group, [...(groups.get(group) ?? []), idOf(i)]))
  return {
    answers: said.map(({ example, truth, answer }) => ({ id: idOf(example), truth, answer })),
    suspects: heldOut && right >= TRUSTED * said.length ? suspectsOf(set, heldOut).map(idOf) : [],
    alike: [...groups.values()].filter(({ length }) => length > 1),
  }
}
