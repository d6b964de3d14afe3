import type { StoreApi } from 'zustand/vanilla'
import type { UnitVector } from '../../../core/brands'
import type { Outcome } from '../../../core/errors/outcome'
import type { TaglensError } from '../../../core/errors/taglens-error'

/** A word that could be a tag. */
export interface Suggestion {
  readonly text: string
  /** Pictures that it says more of than the other suggestions. */
  readonly pictures: number
}

/** How far the words are that tags are suggested from. */
export type WordsPhase =
  | { readonly kind: 'none' }
  /** `waits` while pictures, tags or a model come first. */
  | { readonly kind: 'encoding'; readonly done: number; readonly total: number; readonly waits: boolean }
  | { readonly kind: 'ready'; readonly total: number }
  /** The person has stopped it; what is there by then is suggested from. */
  | { readonly kind: 'stopped'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** Of what words are suggested: of the whole list, or of one picture by its id. */
export type SuggestedFor = { readonly kind: 'list' } | { readonly kind: 'picture'; readonly id: string }

/** What is suggested, and how that goes. */
export interface SuggestionState {
  readonly words: WordsPhase
  /** Whether the words are those that a model of drawings knows. */
  readonly drawingsOnly: boolean
  /** `null` while nothing has been found for what is asked now. */
  readonly found: {
    readonly of: SuggestedFor
    readonly suggestions: readonly Suggestion[]
    /** Pictures that were looked at. */
    readonly read: number
    /** Words that were compared with them. */
    readonly compared: number
  } | null
  readonly phase:
    | { readonly kind: 'none' }
    | { readonly kind: 'looking'; readonly share: number }
    | { readonly kind: 'failed'; readonly error: TaglensError }
}

/** Suggests tags from words of our own, as far as the model that answers has read them. */
export interface Suggestions {
  readonly store: StoreApi<SuggestionState>
  /** Suggests for this from now on, and again where pictures, model or template are others; `null` ends it. */
  follow(of: SuggestedFor | null): void
  /** Looks again: other words than the tags that there are by now, and of one picture than those that were shown. */
  again(): void
  /** Stops encoding words. */
  stop(): void
  /** What groups of rows show, up to `count` words each. Waits until all words are encoded. */
  nameGroups(
    groups: readonly (readonly number[])[],
    count: number,
    signal: AbortSignal,
  ): Promise<Outcome<readonly (readonly string[])[]>>
  /** The same for vectors that the model that answers has made of pictures: of all together, and of each. */
  suggestFor(
    vectors: readonly UnitVector[],
    count: number,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly all: readonly Suggestion[]; readonly each: readonly (readonly string[])[] }>>
}
