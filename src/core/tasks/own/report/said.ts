import type { HeldOut } from '../train'
import {
  classCount,
  exampleCount,
  labelOf,
  learnedClasses,
  UNKNOWN,
  YES,
  type TrainingSet,
} from '../training-set'

/** One thing that was said of an example: `classIndex` of several labels, else -1. */
export interface Said {
  readonly example: number
  readonly truth: number
  readonly answer: number
  readonly byWords: number
  readonly classIndex: number
}

const largestAt = (row: Float64Array): number => row.indexOf(Math.max(...row))

/** All that was said of held-out examples. */
export const allSaid = (set: TrainingSet, { logits, words }: HeldOut): readonly Said[] => {
  const count = classCount(set)
  const said: Said[] = []
  for (let example = 0; example < exampleCount(set); example += 1) {
    const [from, to] = [example * count, (example + 1) * count]
    if (set.mode === 'single')
      said.push({
        example,
        truth: labelOf(set, example),
        answer: largestAt(logits.subarray(from, to)),
        byWords: largestAt(words.subarray(from, to)),
        classIndex: -1,
      })
    else
      for (const c of learnedClasses(set)) {
        const truth = set.labels[from + c] ?? UNKNOWN
        if (truth === UNKNOWN) continue
        const answer = (logits[from + c] ?? 0) > 0 ? YES : 0
        said.push({ example, truth, answer, byWords: (words[from + c] ?? 0) > 0 ? YES : 0, classIndex: c })
      }
  }
  return said
}
