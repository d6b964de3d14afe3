import type { CropFrame } from '../../core/pixels/crop-frame'
import type { ApiCallOptions } from '../api-calls'

/** Options of `explain`; those that `classify` has mean the same. */
export interface ExplainOptions extends ApiCallOptions {
  readonly labels: readonly string[]
  readonly literal?: boolean
  readonly template?: string
  readonly templates?: readonly string[]
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** What each label hangs on in a picture. */
export interface Explanation {
  readonly name: string
  /** How it was found: regions covered and alone, see docs/explain.md. */
  readonly method: 'regions'
  /** The part of the picture that the cells are of, as shares of its sides. */
  readonly frame: CropFrame
  /** Cells across and down. */
  readonly columns: number
  readonly rows: number
  /** In the order in which they were given. `heat` has a number for each cell, row by row, in logits: the more, the hotter. */
  readonly labels: readonly { readonly label: string; readonly heat: readonly number[] }[]
}
