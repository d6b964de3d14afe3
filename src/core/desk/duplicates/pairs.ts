/** Pairs of places in a list, each with how far the two are apart. */
export interface Pairs {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly apart: readonly number[]
}

/** Work that says between two steps which share of it is done, 0 to 1. */
export type Steps<Result> = Generator<number, Result>

/** Pairs that are looked at between two steps: some milliseconds of work. */
export const PAIRS_AT_ONCE = 200_000
