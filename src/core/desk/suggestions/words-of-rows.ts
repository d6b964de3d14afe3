import { coverPictures, nearestWords, type SuggestedWord } from '../../tags/suggestions/cover-pictures'
import { findWords, type HoldTexts, type Texts } from '../../tags/suggestions/find-words'
import { ROW_FLAGS } from '../columns/list-rows'
import type { Steps } from '../duplicates/pairs'

/** What words are looked for, and where. */
export interface AskedForWords {
  /** By which model the texts were encoded; pictures that another has read are left out. */
  readonly modelKey: string
  /** Whether it says of itself that it knows drawings only: photographs are left out then. */
  readonly drawingsOnly: boolean
  readonly texts: Texts
  /** Rows that belong together; `null` for the whole list. */
  readonly groups: readonly (readonly number[])[] | null
  /** Words for each group at most. */
  readonly count: number
}

/** Words that say what is in pictures. */
export interface FoundWords {
  /** Pictures that were looked at. */
  readonly read: number
  /** What each group is best described by. */
  readonly groups: readonly (readonly SuggestedWord[])[]
}

/** What of rows words are found by, by their slots. */
interface WordedRows {
  readonly rows: readonly number[]
  slotOf(row: number): number | undefined
  hasFlag(slot: number, flag: number): boolean
  /** The model that has read them; `undefined` where none has. */
  readonly by: string | undefined
  /** `null` where it has made nothing of it. */
  vectorOf(slot: number): Float32Array | null
}

/** Finds the words of groups of rows: of one picture what it is nearest to, of several what covers them. */
export function* findWordsOfRows(
  { modelKey, drawingsOnly, texts, groups, count }: AskedForWords,
  { rows, slotOf, hasFlag, vectorOf, by }: WordedRows,
  hold: HoldTexts,
): Steps<FoundWords> {
  const readable = (slots: readonly number[]) =>
    slots.filter(
      (slot) =>
        by === modelKey &&
        vectorOf(slot) !== null &&
        !(drawingsOnly && hasFlag(slot, ROW_FLAGS.photographic)),
    )
  const vectorsOf = (slots: readonly number[]) => slots.flatMap((slot) => vectorOf(slot) ?? [])
  const all = readable(rows)
  const asked = groups ? groups.map((group) => readable(group.flatMap((row) => slotOf(row) ?? []))) : [all]
  const slots = [...new Set(asked.flat())]
  const near = yield* findWords(vectorsOf(slots), vectorsOf(all), texts, hold)
  const pictureOf = new Map(slots.map((slot, picture) => [slot, picture]))
  return {
    read: slots.length,
    groups: asked.map((group) => {
      const pictures = group.flatMap((slot) => pictureOf.get(slot) ?? [])
      const [only] = pictures
      return only !== undefined && pictures.length === 1
        ? nearestWords(near, only, count)
        : coverPictures(near, texts.words, count, pictures)
    }),
  }
}
