/** Pairs of places in a list, each with how far the two are apart. */
export interface Pairs {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly apart: readonly number[]
}

/** Work that says between two steps which share of it is done, 0 to 1. */
export type Steps<Result> = Generator<number, Result>

/** Milliseconds of work, about, between two steps, told by how many pairs were looked at. */
export const PAIRS_AT_ONCE = 200_000
