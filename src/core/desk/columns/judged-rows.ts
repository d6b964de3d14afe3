import { NONE_ID } from '../view/view'
import { roomFor } from './encoded-rows'

/** What is said of one row; one object is used for row after row. */
export interface RowJudgement {
  /** Places of the labels that are its answer, in no order; the number of labels stands for "none of these". */
  readonly answers: number[]
  /** As of `Answers.sureness` on the page: the surer, the larger; -1 without an answer. */
  sureness: number
  /** Best minus second probability; `NaN` where there are no two, or no probabilities. */
  margin: number
}

/** What is said of every row by one question, and sums over them that are kept in step. */
export interface JudgedRows {
  has(slot: number): boolean
  set(slot: number, judgement: RowJudgement): void
  clear(slot: number): void
  /** Whether one of these labels, a bit each in their order with "none of these" behind them, is an answer to the row. */
  answersOneOf(slot: number, mask: Uint32Array): boolean
  /** The first of the labels that are its answer; `null` where it has none, or has not been judged. */
  firstAnswer(slot: number): number | null
  sureness(slot: number): number
  /** Rows by the place of the label; "none of these" is the last. */
  readonly counts: Uint32Array
  /** Mean of the margins of rows that have one; `null` without any. */
  meanMargin(): number | null
}

/** Which of `labels` labels and "none of these" are meant, a bit each. */
const toMask = (places: readonly number[], labels: number): Uint32Array => {
  const mask = new Uint32Array((labels >> 5) + 1)
  for (const place of places) mask[place >> 5] = (mask[place >> 5] ?? 0) | (1 << (place & 31))
  return mask
}

/** Whether one of these is an answer to a row. @param labelIds `null` where nothing is judged. */
export const answeredBy = (
  ids: readonly string[],
  labelIds: readonly string[] | null,
  judged: JudgedRows | null,
): ((slot: number) => boolean) => {
  if (!labelIds || !judged) return () => false
  const places = new Map(labelIds.map((id, place) => [id, place]))
  const mask = toMask(
    ids.flatMap((id) => (id === NONE_ID ? places.size : (places.get(id) ?? []))),
    places.size,
  )
  return (slot) => judged.answersOneOf(slot, mask)
}

/** Creates them for a question of so many labels, with no row judged. */
export const createJudgedRows = (labels: number): JudgedRows => {
  const words = (labels >> 5) + 1
  const counts = new Uint32Array(labels + 1)
  let here = new Uint8Array(0)
  let bits = new Uint32Array(0)
  let sureness = new Float64Array(0)
  let margins = new Float64Array(0)

  const makeRoom = (slots: number) => {
    const capacity = roomFor(slots, here.length)
    if (capacity === here.length) return
    const before = { here, bits, sureness, margins }
    here = new Uint8Array(capacity)
    bits = new Uint32Array(capacity * words)
    sureness = new Float64Array(capacity).fill(-1)
    margins = new Float64Array(capacity).fill(NaN)
    here.set(before.here)
    bits.set(before.bits)
    sureness.set(before.sureness)
    margins.set(before.margins)
  }

  const clear = (slot: number) => {
    if (here[slot] !== 1) return
    for (let word = 0; word < words; word += 1) {
      let left = bits[slot * words + word] ?? 0
      bits[slot * words + word] = 0
      for (; left !== 0; left &= left - 1) {
        const place = word * 32 + (31 - Math.clz32(left & -left))
        counts[place] = (counts[place] ?? 0) - 1
      }
    }
    here[slot] = 0
    sureness[slot] = -1
    margins[slot] = NaN
  }

  return {
    counts,
    has: (slot) => here[slot] === 1,
    clear,
    set: (slot, judgement) => {
      makeRoom(slot + 1)
      clear(slot)
      here[slot] = 1
      sureness[slot] = judgement.sureness
      margins[slot] = judgement.margin
      for (const place of judgement.answers) {
        const at = slot * words + (place >> 5)
        bits[at] = (bits[at] ?? 0) | (1 << (place & 31))
        counts[place] = (counts[place] ?? 0) + 1
      }
    },
    answersOneOf: (slot, mask) => {
      if (here[slot] !== 1) return false
      for (let word = 0; word < words; word += 1)
        if (((bits[slot * words + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true
      return false
    },
    firstAnswer: (slot) => {
      for (let word = 0; word < words && here[slot] === 1; word += 1) {
        const some = bits[slot * words + word] ?? 0
        if (some !== 0) return word * 32 + (31 - Math.clz32(some & -some))
      }
      return null
    },
    sureness: (slot) => sureness[slot] ?? -1,
    meanMargin: () => {
      let [sum, count] = [0, 0]
      for (const margin of margins) {
        if (Number.isNaN(margin)) continue
        sum += margin
        count += 1
      }
      return count === 0 ? null : sum / count
    },
  }
}

/** For how many rows each label is the answer, by its id, and by `NONE_ID` none of them; without those of no row. */
export const countsOf = (
  labelIds: readonly string[],
  { counts }: Pick<JudgedRows, 'counts'>,
): readonly (readonly [string, number])[] =>
  [...labelIds, NONE_ID].flatMap((id, place) => {
    const count = counts[place] ?? 0
    return count > 0 ? [[id, count] as const] : []
  })
