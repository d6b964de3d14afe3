import type { Arranged, TextColumns } from '../core/desk/desk-columns'
import type { AskedInWords, AskedOfRows } from '../core/desk/tasks/row-judges'
import type { ListChange } from '../core/desk/columns/list-rows'
import type { Duplicates } from '../core/desk/duplicates/duplicates'
import type { RowAnswers } from '../core/desk/tasks/zero-shot/answers-of-rows'
import type { ListMap, SaidOfPictures } from '../core/desk/map/list-map'
import type { AskedForWords, FoundWords } from '../core/desk/suggestions/words-of-rows'
import type { View } from '../core/desk/view/view'
import type { GoodOnes } from '../core/desk/view/unlikeness'
import type { Outcome } from '../core/errors/outcome'

/** What has changed since the worker was told last. */
export interface ColumnsNews {
  /** `null` where the list is the same. */
  readonly change: ListChange | null
  /** Texts that are asked about from now on, or no longer; `null` where they are the same. */
  readonly vectors: TextColumns | null
  /** What every row is asked, in a box; `null` where that is the same. */
  readonly asks: { readonly asked: AskedOfRows | null } | null
  /** What rows are ordered by their unlikeness to, in a box; `null` where that is the same. */
  readonly compares: { readonly good: GoodOnes | null } | null
}

/** The same, and how the list is to be looked at. */
export interface ColumnsUpdate extends ColumnsNews {
  readonly view: View
}

/** What the columns worker does: it judges the rows of a long list and puts them in order. Nothing of it is kept. */
export interface ColumnsApi {
  /**
   * Takes down what has changed, always, and then says how the list stands. The newest call wins: an older one that is
   * still at work is cancelled.
   */
  arrange(update: ColumnsUpdate): Promise<Outcome<Arranged>>
  /**
   * Takes down what has changed, always, and then finds what is there twice.
   * @param differing SHA-256s of pictures that a person has said differ from each other, a list for each time.
   * @param onProgress is told the share that is done, 0 to 1.
   */
  duplicates(
    news: ColumnsNews,
    differing: readonly (readonly string[])[],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<Duplicates>>
  /** The same, and then draws the list as a map. @param said what the person has said of pictures. */
  map(
    news: ColumnsNews,
    said: SaidOfPictures,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<ListMap>>
  /** The same, and then judges the list by a question of its own, to be set beside other answers. */
  answersTo(
    news: ColumnsNews,
    asked: AskedInWords,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<RowAnswers>>
  /** The rows inside a line on the map that was drawn last; cancelled where this worker has drawn none. */
  within(line: Float32Array): Promise<Outcome<Uint32Array<ArrayBuffer>>>
  /** Takes down what has changed, always, and then finds words that say what is in pictures. */
  words(
    news: ColumnsNews,
    asked: AskedForWords,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<FoundWords>>
}
