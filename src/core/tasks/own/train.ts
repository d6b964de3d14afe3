import { calibrate, certaintyOf, mixLogits, UNCALIBRATED, type Calibration } from './calibrate'
import { addCorrection, fitCorrection, type Correction } from './fit-correction'
import { dealFolds } from './folds'
import type { Head } from './head'
import { toFeatures, type Features } from './linear/features'
import { crossEntropy, type LossTargets } from './linear/loss'
import { wordScores, wordStrength } from './strength'
import {
  classCount,
  exampleCount,
  examplesOf,
  labelOf,
  labelWeights,
  learnedClasses,
  subsetOf,
  YES,
  type TrainingSet,
} from './training-set'

/** What the folds have chosen: with it a head is fitted again at once when an example is added. */
export interface Choice {
  /** How strongly the correction is pulled to nothing. */
  readonly lambda: number
  readonly calibration: Calibration
  /** Whether the words alone are so good that the examples have not bettered them: then they answer alone. */
  readonly wordsOnly: boolean
}

/** What was said of an example by a head that had not learned from it. */
export interface HeldOut {
  /** Logits, a row for each example, a number for each class. */
  readonly logits: Float64Array
  /** The same of the words alone. */
  readonly words: Float64Array
}

/** A head with what it was chosen by. */
export interface Trained {
  readonly head: Head
  readonly choice: Choice
  /** `null` where a class has one example, or one group of them, and so nothing can be held out. */
  readonly heldOut: HeldOut | null
}

/** From the strongest pull to the weakest, so that each fit begins where the one before has ended. */
const LAMBDAS = [100, 10, 1, 0.1, 0.01]

/** Of a fit whose answers are only compared: logits to the second place. */
const ROUGH = 1e-2

/** Words that are right as often as this are given up only for what is surely better. */
const GOOD_WORDS = 0.9

/** Nats of held-out likelihood that make it so. */
const SURELY_BETTER = 1

/** Of the largest class to the smallest, at most. */
const MOST_UNEVEN = 30

/**
 * Before any fold is tried: few examples, and uneven ones, speak for a stronger pull. The prior is `tightness / 2` times
 * the square of the distance in powers of ten. Tuned on seven sets of photographs and drawings with text.
 */
const priorOf = (set: TrainingSet): { readonly lambda: number; readonly tightness: number } => {
  const counts = learnedClasses(set).map((c) => examplesOf(set, c, YES).length)
  const uneven = Math.min(MOST_UNEVEN, Math.max(...counts) / Math.min(...counts))
  return { lambda: 0.3 * uneven, tightness: uneven }
}

/** What is used until the folds have been tried. */
export const firstChoice = (set: TrainingSet): Choice => ({
  lambda: priorOf(set).lambda,
  calibration: UNCALIBRATED,
  wordsOnly: false,
})

const targetsOf = (set: TrainingSet): LossTargets => ({
  mode: set.mode,
  classes: classCount(set),
  labels: set.labels,
  weights: labelWeights(set),
})

const scaled = (scores: Float64Array, factor: number): Float64Array => scores.map((score) => score * factor)

/** Words and correction as one matrix over vectors. */
const toHead = (
  set: TrainingSet,
  strength: number,
  middles: Float64Array,
  features: Features,
  correction: Correction,
  { calibration, wordsOnly }: Choice,
): Head => {
  const { width } = set
  const byWords = strength * (wordsOnly ? 1 : calibration.words)
  const weights = Float32Array.from(set.words, (value) => byWords * value)
  const biases = Float32Array.from(middles, (middle) => -byWords * middle)
  const head: Head = { mode: set.mode, width, weights, biases }
  if (wordsOnly) return head
  const { learned, parameters } = correction
  const ofFeatures = parameters.slice(0, learned.length * features.size)
  const { weights: ofVectors, shifts } = features.toVectorSpace(ofFeatures)
  learned.forEach((c, place) => {
    const bias = (parameters[learned.length * features.size + place] ?? 0) + (shifts[place] ?? 0)
    biases[c] = (biases[c] ?? 0) + calibration.examples * bias
    for (let k = 0; k < width; k += 1)
      weights[c * width + k] =
        (weights[c * width + k] ?? 0) + calibration.examples * (ofVectors[place * width + k] ?? 0)
  })
  return head
}

/** Fits a head by what was chosen before: for an answer at once. */
export const fitHead = (set: TrainingSet, choice: Choice): Head => {
  const targets = targetsOf(set)
  const { scores, middles } = wordScores(set)
  const strength = wordStrength({ ...targets, certainty: certaintyOf(exampleCount(set)) }, scores)
  const features = toFeatures(set)
  const learned = learnedClasses(set)
  const correction = choice.wordsOnly
    ? { learned, parameters: new Float64Array(learned.length * (features.size + 1)) }
    : fitCorrection(targets, features, scaled(scores, strength), learned, choice.lambda)
  return toHead(set, strength, middles, features, correction, choice)
}

/** Whether every class has at least two groups, so that one can be held out. */
const canHoldOut = (set: TrainingSet): boolean =>
  learnedClasses(set).every((c) => new Set(examplesOf(set, c, YES).map((i) => set.groups[i])).size > 1)

/** How often the words alone are right: of examples with one label, of known labels with several. */
const wordsRight = (set: TrainingSet, scores: Float64Array): number => {
  const count = classCount(set)
  let [right, known] = [0, 0]
  for (let i = 0; i < exampleCount(set); i += 1) {
    const row = scores.subarray(i * count, (i + 1) * count)
    if (set.mode === 'single') {
      known += 1
      right += row.indexOf(Math.max(...row)) === labelOf(set, i) ? 1 : 0
      continue
    }
    for (const c of learnedClasses(set)) {
      const label = set.labels[i * count + c]
      if (label !== 0 && label !== 1) continue
      known += 1
      right += (row[c] as number) > 0 === (label === YES) ? 1 : 0
    }
  }
  return right / known
}

/** Held-out logits of the correction alone, for each lambda. */
function* holdOut(set: TrainingSet, byWords: Float64Array): Generator<number, readonly Float64Array[], void> {
  const count = classCount(set)
  const { count: folds, foldOf } = dealFolds(set)
  const all = Array.from({ length: exampleCount(set) }, (_, i) => i)
  const byLambda = LAMBDAS.map(() => new Float64Array(byWords.length))
  for (let fold = 0; fold < folds; fold += 1) {
    const held = all.filter((i) => foldOf[i] === fold)
    const train = subsetOf(
      set,
      all.filter((i) => foldOf[i] !== fold),
    )
    const learned = learnedClasses(train)
    if (held.length === 0 || learned.length === 0) continue
    const targets = targetsOf(train)
    const features = toFeatures(train)
    const rows = features.project(subsetOf(set, held).vectors)
    const offset = new Float64Array(targets.labels.length)
    all
      .filter((i) => foldOf[i] !== fold)
      .forEach((i, row) => {
        offset.set(byWords.subarray(i * count, (i + 1) * count), row * count)
      })
    let start: Float64Array | undefined
    for (const [which, lambda] of LAMBDAS.entries()) {
      const correction = fitCorrection(targets, features, offset, learned, lambda, start, ROUGH)
      start = correction.parameters
      const logits = addCorrection(correction, rows, count, new Float64Array(held.length * count))
      held.forEach((i, row) => {
        byLambda[which]?.set(logits.subarray(row * count, (row + 1) * count), i * count)
      })
      yield (fold * LAMBDAS.length + which + 1) / (folds * LAMBDAS.length)
    }
  }
  return byLambda
}

/**
 * Chooses how much examples count by what a head says of examples that it has not learned from, and fits it to all of
 * them. The words' strength is fitted once, to all: the words have seen none.
 *
 * Yields the share that is done, 0 to 1, between pieces of work of some milliseconds.
 */
export function* train(set: TrainingSet): Generator<number, Trained, void> {
  const targets = targetsOf(set)
  const { scores, middles } = wordScores(set)
  const certain = { ...targets, certainty: certaintyOf(exampleCount(set)) }
  const strength = wordStrength(certain, scores)
  const byWords = scaled(scores, strength)
  const prior = priorOf(set)
  const learned = learnedClasses(set)

  let choice = firstChoice(set)
  let heldOut: HeldOut | null = null
  const wordsAreGood = wordsRight(set, scores) >= GOOD_WORDS
  if (canHoldOut(set)) {
    const byLambda = yield* holdOut(set, byWords)
    let best = Infinity
    let loss = Infinity
    for (const [which, lambda] of LAMBDAS.entries()) {
      const byExamples = byLambda[which] ?? new Float64Array(byWords.length)
      const calibration = calibrate(certain, byExamples, byWords)
      const logits = mixLogits(calibration, byExamples, byWords)
      const here = crossEntropy(certain, logits)
      const judged = here + (prior.tightness / 2) * Math.log10(lambda / prior.lambda) ** 2
      if (judged >= best) continue
      ;[best, loss] = [judged, here]
      choice = { lambda, calibration, wordsOnly: false }
      heldOut = { logits, words: byWords }
    }
    if (wordsAreGood && crossEntropy(certain, byWords) - loss <= SURELY_BETTER) {
      choice = { ...choice, wordsOnly: true }
      heldOut = { logits: byWords, words: byWords }
    }
  } else if (wordsAreGood) choice = { ...choice, wordsOnly: true }

  const features = toFeatures(set)
  const correction = fitCorrection(targets, features, byWords, learned, choice.lambda)
  return { head: toHead(set, strength, middles, features, correction, choice), choice, heldOut }
}
