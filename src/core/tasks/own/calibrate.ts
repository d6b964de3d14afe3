import { crossEntropy, curvatures, type LossTargets } from './linear/loss'

/** How much of each part of a logit counts: of what examples say, and of what words say. */
export interface Calibration {
  readonly examples: number
  readonly words: number
}

export const UNCALIBRATED: Calibration = { examples: 1, words: 1 }

/**
 * What a right answer is worth with so many examples: an all but perfect fold would otherwise make every later answer
 * certain (Platt 1999, on targets that are not 0 and 1).
 */
export const certaintyOf = (examples: number): number => 1 - 1 / (examples + 2)

const STEPS = 40

/**
 * Of what examples say: a few that happen to contradict each other may not silence them, or every answer would be the
 * first class. The answers are unsure then, and in their order.
 */
const LEAST = 0.05

/** Logits of both parts. */
export const mixLogits = (
  { examples, words }: Calibration,
  byExamples: Float64Array,
  byWords: Float64Array,
): Float64Array => byWords.map((word, i) => words * word + examples * (byExamples[i] as number))

/**
 * Fits the two numbers on logits of held-out examples, by Newton's method in the quarter where both are 0 or more.
 */
export const calibrate = (
  targets: LossTargets,
  byExamples: Float64Array,
  byWords: Float64Array,
): Calibration => {
  const mixed = new Float64Array(byWords.length)
  const residual = new Float64Array(byWords.length)
  /** The loss of a mixture; its residuals are those of the last one that was looked at. */
  const lossAt = ({ examples, words }: Calibration) => {
    for (let i = 0; i < mixed.length; i += 1)
      mixed[i] = words * (byWords[i] as number) + examples * (byExamples[i] as number)
    return crossEntropy(targets, mixed, residual)
  }
  let at = UNCALIBRATED
  let loss = lossAt(at)
  for (let step = 0; step < STEPS; step += 1) {
    let [a, b] = [0, 0]
    for (let i = 0; i < residual.length; i += 1) {
      a += (residual[i] as number) * (byExamples[i] as number)
      b += (residual[i] as number) * (byWords[i] as number)
    }
    const [aa, ab, bb] = curvatures(targets, residual, byExamples, byWords)
    // A little is added where both parts say the same, or one says nothing.
    const little = 1e-6 * (aa + bb) + 1e-9
    const determinant = (aa + little) * (bb + little) - ab * ab
    // What stands at its least and would go below stays there.
    const down: readonly [number, number] =
      at.examples === LEAST && a > 0
        ? [0, b / (bb + little)]
        : at.words === 0 && b > 0
          ? [a / (aa + little), 0]
          : [((bb + little) * a - ab * b) / determinant, ((aa + little) * b - ab * a) / determinant]
    let next = at
    let nextLoss = loss
    for (let length = 1; length > 1e-4; length /= 2) {
      next = {
        examples: Math.max(LEAST, at.examples - length * down[0]),
        words: Math.max(0, at.words - length * down[1]),
      }
      nextLoss = lossAt(next)
      if (nextLoss < loss) break
    }
    if (!(nextLoss < loss - 1e-10 * Math.abs(loss))) break
    ;[at, loss] = [next, nextLoss]
  }
  return at
}
