import type { HeldOut } from '../train'
import {
  classCount,
  exampleCount,
  examplesOf,
  learnedClasses,
  NO,
  YES,
  type TrainingSet,
} from '../training-set'
import { reliabilityOf, type ReliabilityBin } from './reliability'
import { allSaid, type Said } from './said'
import { beatsChance, signTest, wilsonRange, type ShareRange } from './statistics'

/** Examples of a class until a figure means anything. */
const ENOUGH = 5

/** How a class fares among examples that were held out. */
export interface ClassReport {
  /** Examples that are of the class. */
  readonly examples: number
  /** Of what was named so, the share that is. `null` where nothing was. */
  readonly precision: number | null
  /** Of what is so, the share that was named. `null` where there are no examples. */
  readonly recall: number | null
  readonly f1: number | null
}

/** What held-out examples say of a head. */
export interface Report {
  readonly examples: number
  /**
   * The share of held-out answers that is right, with its 95 % range, which counts groups and not copies; `null` where
   * nothing could be held out.
   */
  readonly accuracy: (ShareRange & { readonly share: number }) | null
  /** The same share of the words alone, on the same examples. */
  readonly wordsShare: number
  /** Whether there are enough of each class to say so; with several labels, of those that are not as well. */
  readonly isEnough: boolean
  readonly beatsChance: boolean
  /** Whether a paired test says so; a single picture more is chance. */
  readonly beatsWords: boolean
  /** Examples by truth (rows) and answer; with several labels by no and yes of all. */
  readonly table: readonly (readonly number[])[]
  /** `null` with too few examples, and with several labels. */
  readonly reliability: readonly ReliabilityBin[] | null
  /** In the order of the classes. */
  readonly classes: readonly ClassReport[]
}

const shareOf = (part: number, of: number): number | null => (of === 0 ? null : part / of)

const reportClass = (said: readonly Said[], c: number, mode: TrainingSet['mode']): ClassReport => {
  const own = mode === 'single' ? said : said.filter(({ classIndex }) => classIndex === c)
  const wanted = mode === 'single' ? c : YES
  const examples = own.filter(({ truth }) => truth === wanted).length
  const named = own.filter(({ answer }) => answer === wanted).length
  const right = own.filter(({ truth, answer }) => truth === wanted && answer === wanted).length
  return {
    examples,
    precision: shareOf(right, named),
    recall: shareOf(right, examples),
    f1: shareOf(2 * right, examples + named),
  }
}

/** Right or wrong a group, each of which counts as one picture: `sum` of its members' values, by group. */
const byGroup = (set: TrainingSet, said: readonly Said[], valueOf: (one: Said) => number) => {
  const sums = new Map<string, number>()
  for (const one of said) {
    const group = set.groups[one.example] ?? ''
    sums.set(group, (sums.get(group) ?? 0) + valueOf(one))
  }
  return [...sums.values()]
}

/** Judges a head by what was said of examples that it had not learned from; `null` where there is no such thing. */
export const reportOn = (set: TrainingSet, heldOut: HeldOut | null): Report => {
  const said = heldOut ? allSaid(set, heldOut) : []
  const rightOf = (answer: (one: Said) => number) =>
    said.filter((one) => answer(one) === one.truth).length / Math.max(1, said.length)
  const share = rightOf(({ answer }) => answer)
  const groups = new Set(set.groups).size
  const gains = byGroup(
    set,
    said,
    ({ truth, answer, byWords }) => Number(answer === truth) - Number(byWords === truth),
  )
  const size = set.mode === 'single' ? classCount(set) : 2
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const { truth, answer } of said) {
    const row = table[truth]
    if (row) row[answer] = (row[answer] ?? 0) + 1
  }
  const classes = Array.from({ length: classCount(set) }, (_, c) => reportClass(said, c, set.mode))
  const learned = learnedClasses(set)
  return {
    examples: exampleCount(set),
    accuracy: said.length === 0 ? null : { share, ...wilsonRange(share * groups, groups) },
    wordsShare: rightOf(({ byWords }) => byWords),
    isEnough:
      said.length > 0 &&
      learned.every(
        (c) =>
          (classes[c]?.examples ?? 0) >= ENOUGH &&
          (set.mode === 'single' || examplesOf(set, c, NO).length >= ENOUGH),
      ),
    beatsChance: beatsChance(table),
    beatsWords:
      gains.filter((gain) => gain > 0).length > gains.filter((gain) => gain < 0).length &&
      signTest(gains.filter((gain) => gain > 0).length, gains.filter((gain) => gain < 0).length) < 0.05,
    table,
    reliability: reliabilityOf(set, heldOut),
    classes,
  }
}
