import type { TaglensError } from '../errors/taglens-error'
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

/** Why a rung is given up that failed with `error`; `null` where a lower rung would fail just so. */
export const demotionReason = (error: TaglensError, device: Device): DemotionReason | null => {
  switch (error.code) {
    case 'WRONG_NUMBERS':
      return 'wrong-numbers'
    case 'ENGINE_TIMEOUT':
      return 'silent'
    case 'ENGINE_CRASHED':
      return 'crashed'
    case 'GPU_LOST':
      return 'unusable'
    // On the CPU these are the file's or the machine's doing; a graphics card may simply not be up to the file.
    case 'OUT_OF_MEMORY':
    case 'MODEL_CORRUPT':
    case 'UNEXPECTED':
      return device === 'webgpu' ? 'unusable' : null
    case 'MODEL_NOT_FOUND':
      return device === 'webgpu' ? 'no-file' : null
    case 'MODEL_NOT_LOADED':
    case 'UNSUPPORTED_MODEL':
    case 'NETWORK':
    case 'STORAGE_FULL':
    case 'IMAGE_DECODE_FAILED':
    case 'IMAGE_TOO_LARGE':
    case 'IMAGE_FETCH_BLOCKED':
    case 'IMAGE_ELSEWHERE':
    case 'VALIDATION_ERROR':
    case 'PART_NOT_LOADED':
    case 'CANCELLED':
      return null
  }
}
