import type { SeenPicture } from '../columns/seen-rows'
import type { ComparedPicture, Duplicates } from './duplicates'
import { findPairs, groupDuplicates, type FoundPairs } from './find-duplicates'
import type { Steps } from './pairs'

/** What of rows is compared, by their slots. */
interface ComparedRows {
  readonly rows: readonly number[]
  rowOf(slot: number): number
  sizeOf(slot: number): number
  dateOf(slot: number): number
  /** `undefined` of one that has not been decoded. */
  seenOf(slot: number): SeenPicture | undefined
  /** `null` where the model has made nothing of it. */
  vectorOf(slot: number): Float32Array | null
}

/** What a list has twice, as it is. */
export interface DuplicatesOfRows {
  /** Pairs are looked for once for the rows as they are. @param differing as of `groupDuplicates`. */
  find(differing: readonly (readonly string[])[], rows: ComparedRows): Steps<Duplicates>
  /** Rows have changed. */
  forget(): void
}

/** Creates it with nothing looked for. */
export const createDuplicatesOfRows = (): DuplicatesOfRows => {
  /** Of the rows as they are; `null` until they are looked for. */
  let pairs: FoundPairs | null = null
  let changes = 0
  return {
    find: function* (differing, { rows, rowOf, sizeOf, dateOf, seenOf, vectorOf }) {
      const pictures = rows.flatMap((slot): readonly ComparedPicture[] => {
        const seen = seenOf(slot)
        const known = { row: rowOf(slot), bytes: sizeOf(slot), date: dateOf(slot), vector: vectorOf(slot) }
        return seen ? [{ ...seen, ...known }] : []
      })
      const begun = changes
      const found = pairs ?? (yield* findPairs(pictures))
      if (begun === changes) pairs = found
      return { groups: groupDuplicates(found, differing), unread: rows.length - pictures.length }
    },
    forget: () => {
      pairs = null
      changes += 1
    },
  }
}
