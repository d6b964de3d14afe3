import type { StoreApi } from 'zustand/vanilla'
import type { DuplicateGroup, Duplicates } from '../../../core/desk/duplicates/duplicates'
import type { ListMap } from '../../../core/desk/map/list-map'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { ListView } from '../../app-state'

/** What is known of a list by one of its views; what was found last stands until something newer is. */
export interface Look<Found> {
  /** `null` where nothing has been found yet. */
  readonly found: Found | null
  readonly phase:
    | { readonly kind: 'none' }
    /** `share` of the work that is done, 0 to 1. */
    | { readonly kind: 'looking'; readonly share: number }
    /** The person has stopped it. */
    | { readonly kind: 'stopped' }
    | { readonly kind: 'failed'; readonly error: TaglensError }
}

/** The ways to look at many pictures besides the grid, and what can be done there. */
export interface Views {
  readonly duplicates: StoreApi<Look<Duplicates>>
  readonly map: StoreApi<Look<ListMap>>
  /** Shows the list so. What is not known of it by then is looked for, and followed as long as it is shown. */
  show(view: ListView): void
  /** Gives up what is under way; what was found stays. */
  stop(): void
  again(): void
  /** Shows the pictures of these rows in the grid without the others, whatever filter there was. */
  showInGrid(rows: readonly number[], text: string): void
  /** The same, with all of them selected but these. */
  selectInGrid(rows: readonly number[], but: readonly number[], text: string): void
  /** The same with the pictures whose points lie inside a line on the map. @param line as of `pointsInside`. */
  showInside(line: Float32Array, text: string): void
  /** Says that pictures of groups differ from each other: one step, which undo takes back, and kept by their bytes. */
  setDiffering(groups: readonly DuplicateGroup[]): void
}
