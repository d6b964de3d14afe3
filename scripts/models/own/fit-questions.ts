import { headLogits, type Head } from '../../../src/core/tasks/own/head.ts'
import { certaintyOf } from '../../../src/core/tasks/own/calibrate.ts'
import { fitCorrection } from '../../../src/core/tasks/own/fit-correction.ts'
import { measureOf, toSpace, toVectorWeights } from '../../../src/core/tasks/own/linear/space.ts'
import { wordScores, wordStrength } from '../../../src/core/tasks/own/strength.ts'
import {
  classCount,
  exampleCount,
  labelWeights,
  learnedClasses,
  NO,
  UNKNOWN,
  YES,
  type TrainingSet,
} from '../../../src/core/tasks/own/training-set.ts'
import { clouds } from '../../../src/testing/clouds.ts'

/** A head to be fitted here and elsewhere. */
export interface FitQuestion {
  readonly set: TrainingSet
  readonly lambda: number
}

const withoutWords = (set: TrainingSet): TrainingSet => ({
  ...set,
  words: new Float32Array(set.words.length),
})

/** Clouds of which some labels are not known, and some pictures are of two classes. */
const several = (): TrainingSet => {
  const set = clouds({ noise: 2, width: 12, perClass: 10 })
  return {
    ...withoutWords(set),
    mode: 'multi',
    labels: set.labels.map((label, i) =>
      i % 7 === 3 ? UNKNOWN : i % 11 === 5 ? YES : label === YES ? YES : NO,
    ),
  }
}

const uneven = (): TrainingSet => {
  const set = clouds({ noise: 2, width: 40, perClass: 12 })
  const kept = [...set.truth.keys()].filter((i) => set.truth[i] !== 1 || i % 4 === 0)
  return {
    ...withoutWords(set),
    vectors: Float32Array.from(kept.flatMap((i) => [...set.vectors.subarray(i * 40, (i + 1) * 40)])),
    labels: Int8Array.from(kept.flatMap((i) => [...set.labels.subarray(i * 3, (i + 1) * 3)])),
    groups: kept.map((i) => set.groups[i] ?? ''),
  }
}

/** By their names: one label and several, more examples than numbers and fewer, with words and without. */
export const fitQuestions: ReadonlyMap<string, FitQuestion> = new Map([
  ...[10, 0.3, 0.01].map(
    (lambda) => [`uneven, without words, lambda ${lambda}`, { set: uneven(), lambda }] as const,
  ),
  ['several labels, some not known', { set: several(), lambda: 0.3 }],
  ['with words', { set: clouds({ noise: 3, width: 12, perClass: 10, wordsKnow: true }), lambda: 1 }],
])

const rowsOf = (values: ArrayLike<number>, width: number): readonly (readonly number[])[] =>
  Array.from({ length: values.length / width }, (_, i) =>
    Array.from({ length: width }, (__, k) => values[i * width + k] ?? NaN),
  )

/** What `fit-outside.py` reads. */
export const questionsAsJson = (): string =>
  JSON.stringify(
    Object.fromEntries(
      [...fitQuestions].map(([name, { set, lambda }]) => [
        name,
        {
          ...{ mode: set.mode, lambda },
          vectors: rowsOf(set.vectors, set.width),
          words: rowsOf(set.words, set.width),
          labels: rowsOf(set.labels, classCount(set)),
        },
      ]),
    ),
  )

/** What `fit-outside.py` prints: who computed, and logits of each question, a row for each example. */
export interface FitAnswers {
  readonly by: string
  readonly logits: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** The app's own answer, fitted to the end: logits of the examples by weights and biases over their vectors. */
export const ownLogits = ({ set, lambda }: FitQuestion): Float64Array => {
  const space = toSpace(set)
  const weights = labelWeights(set)
  const [count, learned] = [classCount(set), learnedClasses(set)]
  const targets = { mode: set.mode, classes: count, labels: set.labels, weights }
  const measure = measureOf(set, space, weights, () => true)
  const { scores } = wordScores(set)
  const strength = wordStrength({ ...targets, certainty: certaintyOf(exampleCount(set)) }, scores)
  const offset = scores.map((score) => score * strength)
  const { parameters } = fitCorrection({ targets, space, measure, offset, learned }, lambda, {
    tolerance: 1e-9,
  })
  const biasesAt = count * space.size
  const { weights: ofVectors, shifts } = toVectorWeights(space, measure, parameters.slice(0, biasesAt))
  const head: Head = {
    ...{ mode: set.mode, width: set.width },
    weights: Float32Array.from(ofVectors),
    biases: Float32Array.from(shifts, (shift, c) => shift + (parameters[biasesAt + c] ?? 0)),
  }
  return headLogits(head, set.vectors).map((logit, i) => logit + (offset[i] ?? 0))
}
