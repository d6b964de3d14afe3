/** An error in words: what happened, and what to do next. */
export interface ErrorDescription {
  readonly what: string
  readonly next: string
}

/** Both parts of a description in one text. */
export const sentenceOf = ({ what, next }: ErrorDescription): string => `${what} ${next}`
