import type { ModelSource } from '../../core/model/model-source'
import type { MeasureProgress, Measurement, Rung } from '../../core/runtime/measure/measurement'
import type { TaglensError } from '../../core/errors/taglens-error'

/** The measuring of this machine. */
export type Measuring =
  | { readonly kind: 'none' }
  /** `progress` is `null` until the first rung is tried. */
  | { readonly kind: 'running'; readonly progress: MeasureProgress | null }
  | { readonly kind: 'done'; readonly source: ModelSource; readonly measurement: Measurement }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** Measuring what this machine does with the model that answers. */
export interface MeasureActions {
  /** Runs it on every rung, beside the one that answers; one measurement at a time. */
  measure(): Promise<void>
  stopMeasuring(): void
  /** Goes on with the measured model on this rung, from the next visit too. Asks first if that takes a download. */
  runOn(rung: Rung): void
}
