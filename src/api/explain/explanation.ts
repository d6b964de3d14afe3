import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import type { ApiCallOptions } from '../api-calls'

/**
 * How it is found what labels hang on: `dense` by vectors of places, which the model's own graph gives in two runs
 * (ADR 49), or `regions` by covering, in 50 runs of any model.
 */
export type ExplainMethod = 'dense' | 'regions'

/** Options of `explain`; those that `classify` has mean the same. */
export interface ExplainOptions extends ApiCallOptions {
  readonly labels: readonly string[]
  readonly literal?: boolean
  readonly template?: string
  readonly templates?: readonly string[]
  /**
   * `auto`, the default, is `dense` where the model's graph is known, else `regions`. `dense` rejects with
   * `UNSUPPORTED_MODEL` where it is not.
   */
  readonly method?: ExplainMethod | 'auto'
  /** Told the share that is done, 0 to 1, of `regions`; `dense` is done at once. */
  readonly onProgress?: (share: number) => void
}

/** What each label hangs on in a picture. */
export interface Explanation {
  readonly name: string
  /** How it was found, see docs/explain.md. */
  readonly method: ExplainMethod
  /** Why it was not `dense`, where `auto` would have it so: a code, and in English what of. */
  readonly refused?: { readonly code: string; readonly detail: string }
  /** Whether the model is made for photographs; what one that knows drawings only says of them means nothing. */
  readonly forPhotographs: boolean
  /** The part of the picture that the cells are of, as shares of its sides. */
  readonly frame: CropFrame
  /** Cells across and down: of `dense` the model's own, 7 x 7 for ViT-B/32; of `regions` 6 x 6. */
  readonly columns: number
  readonly rows: number
  /**
   * In the order in which they were given. `heat` has a number for each cell, `columns x rows` of them, row by row, in
   * logits: the more, the hotter. Of `dense` it is less the mean of all labels, so ask about several.
   */
  readonly labels: readonly { readonly label: string; readonly heat: readonly number[] }[]
}
