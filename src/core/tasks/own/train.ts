import { certaintyOf, UNCALIBRATED, type Calibration } from './calibrate'
import { fitCorrection, type Fitting } from './fit-correction'
import type { Head } from './head'
import { crossEntropy, type LossTargets } from './linear/loss'
import { measureOf, toSpace, toVectorWeights, type ExampleSpace, type Loudness } from './linear/space'
import { plainProducts } from './linear/products'
import { bestPull, priorOf } from './pulls'
import { wordScores, wordStrength } from './strength'
import {
  classCount,
  exampleCount,
  examplesOf,
  labelOf,
  labelWeights,
  learnedClasses,
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
  readonly loudness: Loudness
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

/** Words that are right as often as this are good ones. */
const GOOD_WORDS = 0.85

/** From so many examples on one of their labels may well be wrong, and is left out of the words' mistakes. */
const ONE_WRONG_OF = 8

/** Nats of held-out likelihood by which good words, or the usual loudness, are bettered, at the least. */
const BETTER = 1

/** Standard errors of that gain, so that one example that happens to be told does not make it. */
const SURELY = 2

/**
 * Pictures that are not copies of each other, up to which both ways to hear a vector's numbers are tried: with more, time
 * is short.
 */
const MOST_HEARD_BOTH = 200

/** What is used until the folds have been tried. */
export const firstChoice = (set: TrainingSet): Choice => ({
  lambda: priorOf(set).lambda,
  calibration: UNCALIBRATED,
  wordsOnly: false,
  loudness: 'damped',
})

const targetsOf = (set: TrainingSet): LossTargets => ({
  mode: set.mode,
  classes: classCount(set),
  labels: set.labels,
  weights: labelWeights(set),
})

/** What words and examples say, as far as it is the same for every choice. */
interface Prepared extends Fitting {
  readonly set: TrainingSet
  readonly space: ExampleSpace
  readonly strength: number
  /** Cosines, as {@link wordScores} gives them, and what they were measured from. */
  readonly scores: Float64Array
  readonly middles: Float64Array
}

const prepare = (set: TrainingSet, space: ExampleSpace): Prepared => {
  const targets = targetsOf(set)
  const { scores, middles } = wordScores(set)
  const strength = wordStrength({ ...targets, certainty: certaintyOf(exampleCount(set)) }, scores)
  return {
    ...{ set, space, targets, scores, middles, strength },
    offset: scores.map((score) => score * strength),
    learned: learnedClasses(set),
    measure: measureOf(set, space, targets.weights, () => true),
  }
}

/** The same with the vectors' numbers in another loudness. */
const hear = (prepared: Prepared, loudness: Loudness): Prepared => {
  const space = prepared.space.heardAs(loudness)
  return { ...prepared, space, measure: measureOf(prepared.set, space, prepared.targets.weights, () => true) }
}

/** Fits words and correction as one matrix over vectors. */
const fitChosen = (prepared: Prepared, { lambda, calibration, wordsOnly }: Choice): Head => {
  const { set, space, strength, middles, learned, measure } = prepared
  const { width } = set
  const byWords = strength * (wordsOnly ? 1 : calibration.words)
  const weights = Float32Array.from(set.words, (value) => byWords * value)
  const biases = Float32Array.from(middles, (middle) => -byWords * middle)
  const head: Head = { mode: set.mode, width, weights, biases }
  if (wordsOnly) return head
  const { parameters } = fitCorrection(prepared, lambda)
  const biasesAt = learned.length * space.size
  const { weights: ofVectors, shifts } = toVectorWeights(space, measure, parameters.slice(0, biasesAt))
  learned.forEach((c, place) => {
    const bias = (parameters[biasesAt + place] ?? 0) + (shifts[place] ?? 0)
    biases[c] = (biases[c] ?? 0) + calibration.examples * bias
    for (let k = 0; k < width; k += 1)
      weights[c * width + k] =
        (weights[c * width + k] ?? 0) + calibration.examples * (ofVectors[place * width + k] ?? 0)
  })
  return head
}

/** Fits a head by what was chosen before: for an answer at once. @param space of the examples, as loud as was chosen. */
export const fitHead = (
  set: TrainingSet,
  choice: Choice,
  space = toSpace(set, plainProducts, choice.loudness),
): Head => fitChosen(prepare(set, space), choice)

/** Whether every class has at least two groups, so that one can be held out. */
const canHoldOut = (set: TrainingSet): boolean =>
  learnedClasses(set).every((c) => new Set(examplesOf(set, c, YES).map((i) => set.groups[i])).size > 1)

/**
 * Whether the words alone are right so often that they are given up only for what is surely better. Each class counts the
 * same: words that always name the largest know nothing.
 */
const haveGoodWords = ({ set, scores, targets: { weights } }: Prepared): boolean => {
  const count = classCount(set)
  let [right, all] = [0, 0]
  for (let i = 0; i < exampleCount(set); i += 1) {
    const row = scores.subarray(i * count, (i + 1) * count)
    const answer = row.indexOf(Math.max(...row))
    const judged = set.mode === 'single' ? [labelOf(set, i)] : learnedClasses(set)
    for (const c of judged) {
      const weight = weights[i * count + c] as number
      const isRight =
        set.mode === 'single' ? answer === c : (row[c] as number) > 0 === (set.labels[i * count + c] === YES)
      all += weight
      if (isRight) right += weight
    }
  }
  const forgiven = exampleCount(set) < ONE_WRONG_OF ? 0 : all / exampleCount(set)
  return right >= GOOD_WORDS * (all - forgiven)
}

/** Whether examples say surely more of what was held out than the words do, by the gain of each group of them. */
const isSurelyBetter = ({ set }: Prepared, targets: LossTargets, { logits, words }: HeldOut): boolean => {
  const count = classCount(set)
  const gains = new Map<string, number>()
  set.groups.forEach((group, i) => {
    const [from, to] = [i * count, (i + 1) * count]
    const own = {
      ...targets,
      labels: targets.labels.subarray(from, to),
      weights: targets.weights.subarray(from, to),
    }
    const gain = crossEntropy(own, words.subarray(from, to)) - crossEntropy(own, logits.subarray(from, to))
    gains.set(group, (gains.get(group) ?? 0) + gain)
  })
  let [sum, squares] = [0, 0]
  for (const gain of gains.values()) {
    sum += gain
    squares += gain * gain
  }
  const error = Math.sqrt(Math.max(0, squares - (sum * sum) / gains.size))
  return sum > Math.max(BETTER, SURELY * error)
}

/** One of several works that follow each other: its share done, as a share of all. */
function* partOf<T>(
  work: Generator<number, T, void>,
  place: number,
  parts: number,
): Generator<number, T, void> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield (place + step.value) / parts
  }
}

/**
 * Chooses how much examples count by what a head says of examples that it has not learned from, and fits it to all of
 * them. The words' strength is fitted once, to all: the words have seen none.
 *
 * Yields the share that is done, 0 to 1, between pieces of work of some milliseconds.
 * @param space of the same examples, if it is there already.
 */
export function* train(set: TrainingSet, space = toSpace(set)): Generator<number, Trained, void> {
  let prepared = prepare(set, space)
  const wordsAreGood = haveGoodWords(prepared)
  const first = firstChoice(set)
  if (!canHoldOut(set)) {
    const choice = { ...first, wordsOnly: wordsAreGood }
    return { head: fitChosen(prepared, choice), choice, heldOut: null }
  }
  const isBoth = new Set(set.groups).size <= MOST_HEARD_BOTH
  let best = yield* partOf(bestPull(prepared), 0, isBoth ? 2 : 1)
  if (isBoth) {
    prepared = hear(prepared, 'whole')
    const other = yield* partOf(bestPull(prepared), 1, 2)
    if (best && other && other.lacks < best.lacks - BETTER) best = other
    // Made again: of two spaces the one that was made last can be used.
    else prepared = hear(prepared, 'damped')
  }
  if (!best) return { head: fitChosen(prepared, first), choice: first, heldOut: null }
  const words = prepared.offset
  const heldOut = { logits: best.logits, words }
  const certain = { ...prepared.targets, certainty: certaintyOf(exampleCount(set)) }
  const wordsOnly = wordsAreGood && !isSurelyBetter(prepared, certain, heldOut)
  const choice: Choice = {
    ...{ lambda: best.lambda, calibration: best.calibration },
    ...{ wordsOnly, loudness: prepared.space.loudness },
  }
  return {
    head: fitChosen(prepared, choice),
    choice,
    heldOut: wordsOnly ? { logits: words, words } : heldOut,
  }
}
