import type { TrainingSet } from '../core/tasks/own/training-set'

/** Numbers of a normal distribution, the same for the same seed. */
export const normals = (seed: number): (() => number) => {
  let state = seed
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

export const unit = (values: readonly number[]): number[] => {
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

interface Made {
  readonly seed?: number
  readonly classes?: number
  readonly perClass?: number
  readonly width?: number
  /** Of the scatter beside the distance of the classes. */
  readonly noise?: number
  /** Whether words point where their class lies. */
  readonly wordsKnow?: boolean
}

/** Clouds of vectors about a middle for each class, as pictures of one subject lie together. */
export const clouds = ({
  seed = 7,
  classes = 3,
  perClass = 8,
  width = 24,
  noise = 0.5,
  wordsKnow = false,
}: Made = {}): TrainingSet & { readonly truth: readonly number[] } => {
  const normal = normals(seed)
  const row = (scale: number) => Array.from({ length: width }, () => scale * normal())
  const middles = Array.from({ length: classes }, () => unit(row(1)))
  const truth = middles.flatMap((_, c) => new Array<number>(perClass).fill(c))
  const vectors = truth.map((c) => {
    const scatter = row(noise / Math.sqrt(width))
    return unit((middles[c] ?? []).map((value, k) => value + (scatter[k] ?? 0)))
  })
  const words = middles.map((middle) => (wordsKnow ? middle : unit(row(1))))
  return {
    mode: 'single',
    width,
    truth,
    vectors: Float32Array.from(vectors.flat()),
    words: Float32Array.from(words.flat()),
    labels: Int8Array.from(truth.flatMap((c) => middles.map((_, k) => Number(k === c)))),
    groups: truth.map((_, i) => `picture ${i}`),
  }
}
