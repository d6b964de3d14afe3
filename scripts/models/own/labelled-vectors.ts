import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NO, YES, type TrainingSet } from '../../../src/core/tasks/own/training-set.ts'

/** Labelled pictures as unit vectors of one model, with what its text tower makes of the classes' names. */
export interface LabelledVectors {
  readonly name: string
  readonly classes: readonly string[]
  readonly width: number
  /** The class of each picture, by its place. */
  readonly labels: readonly number[]
  readonly vectors: Float32Array
  readonly words: Float32Array
}

const readFloats = (file: string): Float32Array => {
  const bytes = readFileSync(file)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** Reads a set of the fixtures. @throws where a file is missing, or is not what its list says. */
export const readVectors = (fixtures: string, name: string): LabelledVectors => {
  const folder = path.join(fixtures, 'vectors')
  // The fixtures' own format, held to its sizes below.
  const list = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as {
    classes: string[]
    labels: number[]
    pictures: { dim: number; file: string }
    prompts: { file: string }
  }
  const { classes, labels, pictures, prompts } = list
  const vectors = readFloats(path.join(folder, pictures.file))
  const words = readFloats(path.join(folder, prompts.file))
  if (vectors.length !== labels.length * pictures.dim || words.length !== classes.length * pictures.dim)
    throw new RangeError(`${name}: lengths do not fit`)
  return { name, classes, width: pictures.dim, labels, vectors, words }
}

/** Rows of the vectors, in the order of `pictures`. */
export const rowsOf = ({ vectors, width }: LabelledVectors, pictures: readonly number[]): Float32Array => {
  const rows = new Float32Array(pictures.length * width)
  pictures.forEach((picture, row) => {
    rows.set(vectors.subarray(picture * width, (picture + 1) * width), row * width)
  })
  return rows
}

/** Examples of one label each, as the page would have them. */
export const toTrainingSet = (
  { width, words, classes }: LabelledVectors,
  vectors: Float32Array,
  labels: readonly number[],
): TrainingSet => ({
  mode: 'single',
  width,
  vectors,
  words,
  labels: Int8Array.from(labels.flatMap((label) => classes.map((_, c) => (c === label ? YES : NO)))),
  groups: labels.map((_, i) => `picture ${String(i).padStart(5, '0')}`),
})
