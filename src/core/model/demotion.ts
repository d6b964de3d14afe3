import type { Device, Dtype } from '../runtime/runtime'
import type { TaglensErrorCode } from '../taglens-error'

/** Where a model was meant to run, and why it does not. */
export interface Demotion {
  readonly device: Device
  readonly dtype: Dtype
  /** `WRONG_NUMBERS` where its numbers were wrong, `GPU_LOST` where it went away, ... */
  readonly reason: TaglensErrorCode
}
