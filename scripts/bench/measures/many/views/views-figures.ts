import type { Sameness } from '../../../../../src/core/desk/duplicates/duplicates.ts'

/** What the measured process is given. */
export interface ViewsInput {
  /** The number of the drawing that each shows, and its mosaic in base64. */
  readonly pictures: readonly { readonly number: number; readonly mosaic: string }[]
}

/** What it prints. */
export interface ViewsOutput {
  readonly groups: readonly { readonly sameness: Sameness; readonly rows: readonly number[] }[]
  /** Groups that are left after one was said to differ. */
  readonly again: number
  /** CPU in milliseconds: of the first look, of one after something was said to differ, and of the map. */
  readonly costs: { readonly duplicates: number; readonly again: number; readonly map: number }
  /** Milliseconds by the clock of the longest step, in which nothing else is heard. */
  readonly longest: number
  /** Points inside a line, and those of which another rule says otherwise. */
  readonly lasso: { readonly inside: number; readonly wrong: number }
}
