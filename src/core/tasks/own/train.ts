import { calibrate, certaintyOf, mixLogits, UNCALIBRATED, type Calibration } from './calibrate'
import { fitCorrection, type Fitting } from './fit-correction'
import { dealFolds, type Dealt } from './folds'
import type { Head } from './head'
import { crossEntropy, type LossTargets } from './linear/loss'
import { measureOf, toSpace, toVectorWeights, type ExampleSpace } from './linear/space'
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

/** Words that are right as often as this are good ones. */
const GOOD_WORDS = 0.85

/** From so many examples on one of their labels may well be wrong, and is left out of the words' mistakes. */
const ONE_WRONG_OF = 8

/** Nats of held-out likelihood by which good words are bettered, at the least. */
const BETTER = 1

/** Standard errors of that gain, so that one example that happens to be told does not make it. */
const SURELY = 2

/** Of the largest class to the smallest, at most. */
const MOST_UNEVEN = 30

/**
 * Before any fold is tried: few examples, and uneven ones, speak for a stronger pull. The prior is `tightness / 2` times
 * the square of the distance in powers of ten. Tuned on seven sets of photographs and drawings with text. A single
 * example may be an odd one, and speaks for a pull ten times as strong: words that say something are heard beside it,
 * and others do not mind. Where only some classes have no more than one it does so by their share, or one wrong label
 * among few would decide on all of them.
 */
const priorOf = (set: TrainingSet): { readonly lambda: number; readonly tightness: number } => {
  const counts = learnedClasses(set).map((c) => examplesOf(set, c, YES).length)
  const fewest = Math.min(...counts)
  const uneven = Math.min(MOST_UNEVEN, Math.max(...counts) / fewest)
  const single = counts.filter((count) => count === 1).length / counts.length
  return { lambda: 0.3 * 10 ** single * uneven, tightness: uneven }
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

/** Fits a head by what was chosen before: for an answer at once. */
export const fitHead = (set: TrainingSet, choice: Choice, space = toSpace(set)): Head =>
  fitChosen(prepare(set, space), choice)

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

/** The labels' weights in a fold: those of what is held out are 0, and the rest counts as a set of its own. */
const weightsWithout = (set: TrainingSet, isHeld: (example: number) => boolean): Float64Array => {
  const count = classCount(set)
  const kept = [...set.groups.keys()].filter((i) => !isHeld(i))
  const ofKept = labelWeights(subsetOf(set, kept))
  const weights = new Float64Array(set.labels.length)
  kept.forEach((i, row) => {
    weights.set(ofKept.subarray(row * count, (row + 1) * count), i * count)
  })
  return weights
}

/** A fold: what it learns from, and where its fits go on from. */
interface Fold {
  readonly number: number
  readonly fitting: Fitting
  from: { readonly start?: Float64Array; readonly steepness?: number }
}

const foldsOf = ({ set, space, offset, targets }: Prepared, { count, foldOf }: Dealt): readonly Fold[] => {
  const classes = classCount(set)
  return Array.from({ length: count }, (_, number): Fold | null => {
    const isHeld = (example: number) => foldOf[example] === number
    const weights = weightsWithout(set, isHeld)
    const learned = learnedClasses(set).filter((c) =>
      weights.some((weight, i) => i % classes === c && weight > 0),
    )
    if (!foldOf.includes(number) || learned.length === 0) return null
    const measure = measureOf(set, space, weights, (example) => !isHeld(example))
    const fitting = { targets: { ...targets, weights }, space, measure, offset, learned }
    return { number, fitting, from: {} }
  }).filter((fold) => fold !== null)
}

/** Held-out logits of the correction alone, one lambda after the other. Yields the share of all that is done. */
function* holdOut(prepared: Prepared): Generator<number | Float64Array, void> {
  const count = classCount(prepared.set)
  const dealt = dealFolds(prepared.set)
  const folds = foldsOf(prepared, dealt)
  for (const [which, lambda] of LAMBDAS.entries()) {
    const heldOut = new Float64Array(prepared.offset.length)
    for (const [place, fold] of folds.entries()) {
      // Each fit begins where the one before has ended, and is as near to its end as the first.
      const { parameters, logits, steepness } = fitCorrection(fold.fitting, lambda, {
        tolerance: ROUGH,
        ...fold.from,
      })
      fold.from = { start: parameters, steepness }
      dealt.foldOf.forEach((of, i) => {
        if (of === fold.number) heldOut.set(logits.subarray(i * count, (i + 1) * count), i * count)
      })
      yield (which * folds.length + place + 1) / (folds.length * LAMBDAS.length)
    }
    yield heldOut
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
  const prepared = prepare(set, space)
  const { targets, offset } = prepared
  const certain = { ...targets, certainty: certaintyOf(exampleCount(set)) }
  const prior = priorOf(set)
  let choice = firstChoice(set)
  let heldOut: HeldOut | null = null
  const wordsAreGood = haveGoodWords(prepared)
  if (canHoldOut(set)) {
    let best = Infinity
    const weaker = LAMBDAS.values()
    for (const step of holdOut(prepared)) {
      if (typeof step === 'number') {
        yield step
        continue
      }
      const byExamples = step
      const lambda = weaker.next().value ?? prior.lambda
      const calibration = calibrate(certain, byExamples, offset)
      const logits = mixLogits(calibration, byExamples, offset)
      const judged =
        crossEntropy(certain, logits) + (prior.tightness / 2) * Math.log10(lambda / prior.lambda) ** 2
      // Past the best, where the prior speaks against it too, weaker pulls are worse still.
      if (judged >= best && lambda < prior.lambda) break
      if (judged >= best) continue
      best = judged
      choice = { lambda, calibration, wordsOnly: false }
      heldOut = { logits, words: offset }
    }
    if (wordsAreGood && heldOut && !isSurelyBetter(prepared, certain, heldOut)) {
      choice = { ...choice, wordsOnly: true }
      heldOut = { logits: offset, words: offset }
    }
  } else if (wordsAreGood) choice = { ...choice, wordsOnly: true }
  return { head: fitChosen(prepared, choice), choice, heldOut }
}
