import type { Bytes } from '../brands'
import type { WeighedWeights } from './files/weigh-weights'
import type { Device, Dtype } from '../runtime/runtime'
import type { ModelSource } from './model-source'
import type { ListedFile } from './stored/stored-model'

/** What loading a model would take, decided before anything is downloaded, so that a person can agree to it. */
export interface LoadPlan {
  readonly source: ModelSource
  /** The commit that would be taken. */
  readonly revision: string
  /** The commit that is on this device whole; `null` where none is. */
  readonly present: string | null
  readonly device: Device
  /** A classifier has one, which stands for both. */
  readonly dtype: { readonly vision: Dtype; readonly text: Dtype }
  /** Every file that the model needs at these precisions. */
  readonly files: readonly ListedFile[]
  /** Bytes of all files; `null` where the host does not say. */
  readonly total: Bytes | null
  /** Bytes of `total` that are not on this device yet; 0 where the model is stored whole. */
  readonly missing: Bytes | null
  /** What was taken of weights that our own kernels could have finer or smaller; left out where there is no choice. */
  readonly weights?: WeighedWeights | undefined
}

/** How much more than was named may come without a second question. */
const TOLERANCE = 1.1

/** Whether a size that a host tells is what a person has agreed to; one that it does not tell is not. */
export const isAsAgreed = (size: Bytes | null, agreed: Bytes): boolean =>
  size !== null && size <= agreed * TOLERANCE
