import { createRng, splits, type Rng } from '../../mini/draw/prng.ts'
import type { LabelledVectors } from './labelled-vectors.ts'

/** Pictures to learn from and pictures to be judged by, by their places. */
export interface Draw {
  readonly examples: readonly number[]
  readonly tests: readonly number[]
}

/** A source of numbers for a draw: the same for the same number. */
export const drawRng = (draw: number): Rng => createRng(draw, splits.evaluation)

export const shuffled = <T>(items: readonly T[], rng: Rng): readonly T[] => {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i -= 1) {
    const k = rng.int(i + 1)
    ;[list[i], list[k]] = [list[k] as T, list[i] as T]
  }
  return list
}

/** Draws so many examples of each class; all other pictures are judged. */
export const drawExamples = (
  { classes, labels }: Pick<LabelledVectors, 'classes' | 'labels'>,
  shots: (classIndex: number) => number,
  rng: Rng,
): Draw => {
  const examples = classes.flatMap((_, c) => {
    const own = labels.flatMap((label, i) => (label === c ? [i] : []))
    return shuffled(own, rng).slice(0, shots(c))
  })
  const taken = new Set(examples)
  return { examples, tests: [...labels.keys()].filter((i) => !taken.has(i)) }
}

/** The same labels with a share of them wrong, at random places; and which. */
export const withWrongLabels = (
  labels: readonly number[],
  classes: number,
  share: number,
  rng: Rng,
): { readonly labels: readonly number[]; readonly wrong: readonly number[] } => {
  const wrong = shuffled([...labels.keys()], rng).slice(0, Math.round(share * labels.length))
  const isWrong = new Set(wrong)
  return {
    labels: labels.map((label, i) => (isWrong.has(i) ? (label + 1 + rng.int(classes - 1)) % classes : label)),
    wrong,
  }
}

/**
 * Four frames for each row: the row with scatter of its own, so that two frames of one lie at this cosine of each other.
 * @param cosine of two frames.
 */
export const framesOf = (rows: Float32Array, width: number, cosine: number, rng: Rng): Float32Array => {
  const FRAMES = 4
  // Two unit vectors with independent scatter of square length `s` lie at 1 / (1 + s).
  const scatter = Math.sqrt((1 / cosine - 1) / width)
  const normal = () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
  const frames = new Float32Array(rows.length * FRAMES)
  for (let row = 0; row < rows.length / width; row += 1)
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const made = Array.from(
        rows.subarray(row * width, (row + 1) * width),
        (value) => value + scatter * normal(),
      )
      const length = Math.hypot(...made)
      frames.set(
        made.map((value) => value / length),
        (row * FRAMES + frame) * width,
      )
    }
  return frames
}
