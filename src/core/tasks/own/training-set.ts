/** One label a picture, or several that are true or not each by itself. */
export type HeadMode = 'single' | 'multi'

/** What is known of an example and a class; what is not known is never taken for no. */
export const YES = 1
export const NO = 0
export const UNKNOWN = -1

/** Examples as numbers, row by row. Every vector is of length 1 and of one model. */
export interface TrainingSet {
  readonly mode: HeadMode
  /** Numbers in a vector. */
  readonly width: number
  /** Of the examples, `width` numbers each. */
  readonly vectors: Float32Array
  /** Of the classes in words, `width` numbers each. Their rows are the classes. */
  readonly words: Float32Array
  /** For each example a {@link YES}, {@link NO} or {@link UNKNOWN} for each class. With one label there is one yes a row. */
  readonly labels: Int8Array
  /** What an example belongs together with, such as pictures of one burst: they are never held out from each other. */
  readonly groups: readonly string[]
}

export const exampleCount = ({ groups }: Pick<TrainingSet, 'groups'>): number => groups.length

export const classCount = ({ words, width }: Pick<TrainingSet, 'words' | 'width'>): number =>
  words.length / width

/** The place of the yes in an example's row of labels. */
export const labelOf = (set: TrainingSet, example: number): number => {
  const count = classCount(set)
  return set.labels.subarray(example * count, (example + 1) * count).indexOf(YES)
}

/** Examples by what they say of a class. */
export const examplesOf = (set: TrainingSet, classIndex: number, label: number): readonly number[] => {
  const count = classCount(set)
  const found: number[] = []
  for (let i = 0; i < exampleCount(set); i += 1)
    if (set.labels[i * count + classIndex] === label) found.push(i)
  return found
}

/**
 * The classes that have examples to learn from: a yes each, and of several labels a no as well. The others are answered
 * by their words alone.
 */
export const learnedClasses = (set: TrainingSet): readonly number[] =>
  Array.from({ length: classCount(set) }, (_, c) => c).filter(
    (c) => examplesOf(set, c, YES).length > 0 && (set.mode === 'single' || examplesOf(set, c, NO).length > 0),
  )

/** Whether a head can be fitted at all: two classes to tell apart, or one that has both yes and no. */
export const canLearn = (set: TrainingSet): boolean =>
  learnedClasses(set).length >= (set.mode === 'single' ? 2 : 1)

/** A part of the set, in the order of `examples`. */
export const subsetOf = (set: TrainingSet, examples: readonly number[]): TrainingSet => {
  const [width, count] = [set.width, classCount(set)]
  const vectors = new Float32Array(examples.length * width)
  const labels = new Int8Array(examples.length * count)
  examples.forEach((example, row) => {
    vectors.set(set.vectors.subarray(example * width, (example + 1) * width), row * width)
    labels.set(set.labels.subarray(example * count, (example + 1) * count), row * count)
  })
  return { ...set, vectors, labels, groups: examples.map((example) => set.groups[example] ?? '') }
}

/**
 * How much each label counts, for each example and class: classes of few examples count as much as those of many, and
 * what is not known counts nothing. A row's weights are the same for all classes where there is one label.
 */
export const labelWeights = (set: TrainingSet): Float64Array => {
  const [n, count] = [exampleCount(set), classCount(set)]
  const weights = new Float64Array(n * count)
  const learned = learnedClasses(set)
  for (const c of learned) {
    const yes = examplesOf(set, c, YES)
    if (set.mode === 'single')
      for (const i of yes) weights.fill(n / (learned.length * yes.length), i * count, (i + 1) * count)
    else
      for (const label of [YES, NO]) {
        const same = examplesOf(set, c, label)
        const known = yes.length + examplesOf(set, c, NO).length
        for (const i of same) weights[i * count + c] = known / (2 * same.length)
      }
  }
  return weights
}
