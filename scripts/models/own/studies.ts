import { headProbabilities } from '../../../src/core/tasks/own/head.ts'
import { reportOn } from '../../../src/core/tasks/own/report/report.ts'
import { drawExamples, drawRng, framesOf, withWrongLabels } from './draws.ts'
import { rowsOf, toTrainingSet, type LabelledVectors } from './labelled-vectors.ts'
import { learn, methods } from './methods.ts'
import { mean, scoresOf, type Scores } from './scores.ts'

/** Scores of each method, by its name: of all draws. */
export type ByMethod = ReadonlyMap<string, readonly Scores[]>

const labelsAt = ({ labels }: LabelledVectors, pictures: readonly number[]): readonly number[] =>
  pictures.map((i) => labels[i] ?? 0)

/** Every method on the same draws. @param wrong share of the examples' labels that are wrong. */
export const compare = (
  set: LabelledVectors,
  shots: (classIndex: number) => number,
  draws: number,
  wrong = 0,
): ByMethod => {
  const classes = set.classes.length
  const all = new Map<string, Scores[]>()
  for (let draw = 0; draw < draws; draw += 1) {
    const rng = drawRng(draw)
    const { examples, tests } = drawExamples(set, shots, rng)
    const { labels } = withWrongLabels(labelsAt(set, examples), classes, wrong, rng)
    const training = toTrainingSet(set, rowsOf(set, examples), labels)
    const rows = rowsOf(set, tests)
    for (const [name, method] of methods)
      all.set(name, [
        ...(all.get(name) ?? []),
        scoresOf(method(training, rows), labelsAt(set, tests), classes),
      ])
  }
  return all
}

/** What is said of held-out examples, beside what is so. Shares, 0 to 1. */
export interface Honesty {
  readonly plain: number
  readonly grouped: number
  /** Of frames of pictures that were no example. */
  readonly truth: number
  /** Draws whose 95 % range holds the truth, as a share. */
  readonly held: number
}

/** Four frames of each of so many examples a class: held out apart and together. */
export const judgeFrames = (set: LabelledVectors, shots: number, cosine: number, draws: number): Honesty => {
  const found = Array.from({ length: draws }, (_, draw) => {
    const rng = drawRng(draw)
    const { examples, tests } = drawExamples(set, () => shots, rng)
    const frames = framesOf(rowsOf(set, examples), set.width, cosine, rng)
    const labels = labelsAt(set, examples).flatMap((label) => [label, label, label, label])
    const training = toTrainingSet(set, frames, labels)
    const learned = learn(training)
    const { accuracy } = reportOn(learned.set, learned.heldOut)
    const plain = reportOn(training, learn(training, false).heldOut).accuracy?.share ?? NaN
    const truth = scoresOf(
      headProbabilities(learned.head, framesOf(rowsOf(set, tests), set.width, cosine, rng)),
      labelsAt(set, tests).flatMap((label) => [label, label, label, label]),
      set.classes.length,
    ).accuracy
    const { share = NaN, low = NaN, high = NaN } = accuracy ?? {}
    return { plain, grouped: share, truth, held: low <= truth && truth <= high ? 1 : 0 }
  })
  const meanOf = (value: (one: Honesty) => number) => mean(found.map(value))
  return {
    plain: meanOf(({ plain }) => plain),
    grouped: meanOf(({ grouped }) => grouped),
    truth: meanOf(({ truth }) => truth),
    held: meanOf(({ held }) => held),
  }
}
