import type { SeenPicture } from '../columns/seen-rows'
import type { ComparedPicture, Duplicates } from './duplicates'
import { findPairs, groupDuplicates, type FoundPairs } from './find-duplicates'
import type { Steps } from './pairs'
import { createUntilChanged } from '../columns/until-changed'

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
  const pairs = createUntilChanged<FoundPairs>()
  return {
    find: function* (differing, { rows, rowOf, sizeOf, dateOf, seenOf, vectorOf }) {
      const pictures = rows.flatMap((slot): readonly ComparedPicture[] => {
        const seen = seenOf(slot)
        const known = { row: rowOf(slot), bytes: sizeOf(slot), date: dateOf(slot), vector: vectorOf(slot) }
        return seen ? [{ ...seen, ...known }] : []
      })
      const found = yield* pairs.get(() => findPairs(pictures))
      return { groups: groupDuplicates(found, differing), unread: rows.length - pictures.length }
    },
    forget: pairs.forget,
  }
}
