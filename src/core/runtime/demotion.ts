import type { Device, Dtype } from './runtime'

/** Why a rung of the ladder was given up. */
export type DemotionReason =
  /** The self-check failed, or a run gave what no sound device gives. */
  | 'wrong-numbers'
  /** No answer within the deadline. */
  | 'silent'
  /** The worker ended by itself. */
  | 'crashed'
  /** It could not be opened, has too little memory, or went away. */
  | 'unusable'
  /** The model has no file of a precision that it can run. */
  | 'no-file'

/** A better rung than the one that a model runs on, and why it is not used. */
export interface Demotion {
  readonly device: Device
  /** The precision that failed; the best one of the rung where it failed before one was opened. */
  readonly dtype: Dtype
  readonly reason: DemotionReason
  /** Whether that was at an earlier load, and was not tried again. */
  readonly remembered: boolean
}
