import { calibrate, certaintyOf, mixLogits, type Calibration } from './calibrate'
import { fitCorrection, type Fitting } from './fit-correction'
import { dealFolds, type Dealt } from './folds'
import { crossEntropy } from './linear/loss'
import { measureOf, type ExampleSpace } from './linear/space'
import {
  classCount,
  exampleCount,
  examplesOf,
  labelWeights,
  learnedClasses,
  subsetOf,
  YES,
  type TrainingSet,
} from './training-set'

/** From the strongest pull to the weakest, so that each fit begins where the one before has ended. */
const LAMBDAS = [100, 10, 1, 0.1, 0.01]

/** Of a fit whose answers are only compared: logits to the second place. */
const ROUGH = 1e-2

/** Of the largest class to the smallest, at most. */
const MOST_UNEVEN = 30

/**
 * Before any fold is tried: few examples, and uneven ones, speak for a stronger pull. The prior is `tightness / 2` times
 * the square of the distance in powers of ten. Tuned on seven sets of photographs and drawings with text. A single
 * example may be an odd one, and speaks for a pull three times as strong: words that say something are heard beside it.
 * Ten times is better for them by .4 points, and worse by up to 3 where words say nothing, or anything at random. Where
 * only some classes have no more than one it does so by their share, or one wrong label among few would decide on all
 * of them.
 */
export const priorOf = (set: TrainingSet): { readonly lambda: number; readonly tightness: number } => {
  const counts = learnedClasses(set).map((c) => examplesOf(set, c, YES).length)
  const fewest = Math.min(...counts)
  const uneven = Math.min(MOST_UNEVEN, Math.max(...counts) / fewest)
  const single = counts.filter((count) => count === 1).length / counts.length
  return { lambda: 0.3 * 10 ** (single / 2) * uneven, tightness: uneven }
}

/** What is tried: labels, and what words and examples say. */
export interface Examined extends Pick<Fitting, 'targets' | 'offset'> {
  readonly set: TrainingSet
  readonly space: ExampleSpace
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

const foldsOf = ({ set, space, offset, targets }: Examined, { count, foldOf }: Dealt): readonly Fold[] => {
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
function* holdOut(prepared: Examined): Generator<number | Float64Array, void> {
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

/** The best of all pulls, by what a head says of examples that it has not learned from. */
export interface BestPull {
  readonly lambda: number
  readonly calibration: Calibration
  /** Calibrated, of held-out examples: a row each, a number a class. */
  readonly logits: Float64Array
  /** Nats of held-out likelihood that it lacks, with what the prior says: less is better. */
  readonly lacks: number
}

/** Tries pulls by folds. Yields the share that is done, 0 to 1, between pieces of work of some milliseconds. */
export function* bestPull(prepared: Examined): Generator<number, BestPull | null, void> {
  const { set, offset } = prepared
  const certain = { ...prepared.targets, certainty: certaintyOf(exampleCount(set)) }
  const prior = priorOf(set)
  const weaker = LAMBDAS.values()
  let best: BestPull | null = null
  for (const step of holdOut(prepared)) {
    if (typeof step === 'number') {
      yield step
      continue
    }
    const lambda = weaker.next().value ?? prior.lambda
    const calibration = calibrate(certain, step, offset)
    const logits = mixLogits(calibration, step, offset)
    const lacks =
      crossEntropy(certain, logits) + (prior.tightness / 2) * Math.log10(lambda / prior.lambda) ** 2
    // Past the best, where the prior speaks against it too, weaker pulls are worse still.
    if (best && lacks >= best.lacks && lambda < prior.lambda) break
    if (!best || lacks < best.lacks) best = { lambda, calibration, logits, lacks }
  }
  return best
}
