/**
 * What reading a part of a request comes to. Unlike an `Outcome` it says what is wrong in words: programs read them,
 * always in English, and the service worker that reads requests has none of the page's texts.
 */
export type ReadOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Answered as `VALIDATION_ERROR`; a sentence. */
  | { readonly kind: 'invalid'; readonly detail: string }

/** A part that is not usable. */
export const invalid = (detail: string) => ({ kind: 'invalid', detail }) as const
