import { crossEntropy, type LossTargets } from './linear/loss'
import { timesTransposed, toDoubles } from './linear/matrix'
import { labelWeights, learnedClasses, classCount, exampleCount, type TrainingSet } from './training-set'

/** CLIP's own scale, which its training holds at 100 at most (Radford et al. 2021, section 2.5). */
const STRONGEST = 100

/**
 * Nats that speak for the strongest factor over none, before any example: a model's words mean something more often than
 * not. One odd example of a class, which words and pictures take for the other, would silence them otherwise: of 20 draws
 * of one example each of ants and bees one fell from 98 % to 44. A nat would be louder, and wrong more often where
 * words say something at random.
 */
const LEANING = 0.3

/** Halvings of the range: below a millionth of it. */
const STEPS = 30

/** What words say of examples before anything is learned. */
export interface WordScores {
  /** Cosines of each example and each class's words; with several labels less the class's own middle. */
  readonly scores: Float64Array
  /** What was taken away for each class. */
  readonly middles: Float64Array
}

/**
 * Cosines of examples and words. A cosine alone says nothing of yes or no: with several labels it is measured from the
 * middle between a class's yes and its no.
 */
export const wordScores = (set: TrainingSet): WordScores => {
  const [n, count] = [exampleCount(set), classCount(set)]
  const scores = timesTransposed(toDoubles(set.vectors), toDoubles(set.words), set.width)
  const middles = new Float64Array(count)
  if (set.mode === 'single') return { scores, middles }
  const weights = labelWeights(set)
  for (const c of learnedClasses(set)) {
    let [sum, total] = [0, 0]
    for (let i = 0; i < n; i += 1) {
      sum += (weights[i * count + c] as number) * (scores[i * count + c] as number)
      total += weights[i * count + c] as number
    }
    middles[c] = sum / total
  }
  return { scores: scores.map((score, i) => score - (middles[i % count] as number)), middles }
}

/**
 * How strongly words are to count: the factor of their cosines under which the examples are likeliest, 0 to 100, with
 * a slight leaning to the strongest. The words have never seen the examples, so one number is all that can be learned too
 * well. Words that contradict the examples get a factor near 0; of words that say the same of all it does not matter.
 */
export const wordStrength = (targets: LossTargets, scores: Float64Array): number => {
  const residual = new Float64Array(scores.length)
  /** Derivative of the loss by the factor; it rises with it, since the loss is convex. */
  const slope = (factor: number): number => {
    crossEntropy(
      targets,
      scores.map((score) => score * factor),
      residual,
    )
    let sum = 0
    for (let i = 0; i < scores.length; i += 1) sum += (residual[i] as number) * (scores[i] as number)
    return sum - LEANING / STRONGEST
  }
  let [low, high] = [0, STRONGEST]
  if (slope(low) >= 0) return low
  if (slope(high) <= 0) return high
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (slope(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
