import { findNearWords, roomForNearWords, type NearWords } from './near-words'

/** Texts that pictures are compared with: words to suggest, then those that are there already. */
export interface Texts {
  /** Their vectors, one after another. */
  readonly values: Float32Array<ArrayBuffer>
  readonly width: number
  /** How many of them are words to suggest. */
  readonly words: number
  /** Of the model. */
  readonly logitScale: number
  /** Words that are not to be suggested, by their places. */
  readonly without?: readonly number[]
}

/** The cosines of some pictures with every text, picture after picture. The array is used again by the next call. */
export type TimesTexts = (pictures: readonly Float32Array[]) => Float32Array

/** Holds vectors of texts to multiply others with, plainly or by what a worker has that is faster. */
export type HoldTexts = (values: Float32Array, width: number) => TimesTexts

/** Pictures between two pauses. */
const AT_ONCE = 16

/** In plain JavaScript: four texts at a time, since each sum waits for its own last addition. */
export const holdPlainly: HoldTexts = (values, width) => {
  const count = width === 0 ? 0 : values.length / width
  let out = new Float32Array(0)
  return (pictures) => {
    if (out.length < pictures.length * count) out = new Float32Array(pictures.length * count)
    pictures.forEach((picture, row) => {
      for (let text = 0; text < count; text += 4) {
        const at1 = text * width
        const [at2, at3, at4] = [at1 + width, at1 + 2 * width, at1 + 3 * width]
        let [sum1, sum2, sum3, sum4] = [0, 0, 0, 0]
        for (let i = 0; i < width; i += 1) {
          const value = picture[i] ?? 0
          sum1 += value * (values[at1 + i] ?? 0)
          sum2 += value * (values[at2 + i] ?? 0)
          sum3 += value * (values[at3 + i] ?? 0)
          sum4 += value * (values[at4 + i] ?? 0)
        }
        const sums = [sum1, sum2, sum3, sum4]
        for (let i = 0; i < 4 && text + i < count; i += 1) out[row * count + text + i] = sums[i] ?? 0
      }
    })
    return out
  }
}

/** The middle of vectors, which is no unit vector. */
const middleOf = (vectors: readonly Float32Array[], width: number): Float32Array => {
  const sums = new Float64Array(width)
  for (const vector of vectors) for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (vector[i] ?? 0)
  return Float32Array.from(sums, (sum) => sum / Math.max(1, vectors.length))
}

/**
 * Finds the words of pictures.
 * @param usual pictures by which it is known what a word scores on average: those themselves where they are many.
 * @returns pauses now and then with the share that is done.
 */
export function* findWords(
  pictures: readonly Float32Array[],
  usual: readonly Float32Array[],
  { values, width, words, logitScale, without = [] }: Texts,
  hold: HoldTexts,
): Generator<number, NearWords> {
  const times = hold(values, width)
  const count = width === 0 ? 0 : values.length / width
  const average = times([middleOf(usual, width)]).slice(0, count)
  const left = new Set(without)
  const near = roomForNearWords(pictures.length)
  for (let at = 0; at < pictures.length; at += AT_ONCE) {
    const some = pictures.slice(at, at + AT_ONCE)
    const cosines = times(some)
    for (let i = 0; i < some.length; i += 1)
      findNearWords(
        cosines.subarray(i * count, (i + 1) * count),
        { usual: average, words, logitScale, without: left },
        near,
        at + i,
      )
    yield (at + some.length) / pictures.length
  }
  return near
}
