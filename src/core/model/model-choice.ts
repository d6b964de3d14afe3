import type { Device, Dtype } from '../runtime/runtime'
import type { ModelSource } from './model-source'

/** A model that somebody asked for, and what they insist on. */
export interface ModelChoice {
  readonly source: ModelSource
  /** `auto` takes the first precision of the device's list that the model has. */
  readonly dtype: Dtype | 'auto'
  /** `auto` lets the policy decide. */
  readonly device: Device | 'auto'
}
