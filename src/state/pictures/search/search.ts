import type { Direction } from '../../../core/desk/view/view'
import type { TaglensError } from '../../../core/errors/taglens-error'

/** Words that pictures are ordered by. They are no tag: counts, records and exports know nothing of them. */
export interface Search {
  readonly words: string
  /** What was made of the newest words that are embedded: their order stays until newer ones are. */
  readonly direction: Direction | null
  readonly phase:
    | { readonly kind: 'embedding' }
    | { readonly kind: 'ready' }
    | { readonly kind: 'failed'; readonly error: TaglensError }
}

/** Ordering pictures by words that are not in the list of tags. */
export interface SearchActions {
  /** Orders pictures by how near they are to words; without any it ends. The newest words win. */
  search(words: string): void
  /** Goes back to the order before the words. */
  endSearch(): void
  /** Tries again to embed words that could not be. */
  retrySearch(): void
}
