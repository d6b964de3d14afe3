import type { TaglensErrorCode } from '../../core/taglens-error'

/** What may help after a model could not be loaded. */
export type NextStep = 'retry' | 'choose' | 'cpu' | 'room'

const steps: Readonly<Partial<Record<TaglensErrorCode, readonly NextStep[]>>> = {
  NETWORK: ['retry', 'choose'],
  MODEL_NOT_FOUND: ['choose', 'retry'],
  MODEL_CORRUPT: ['retry', 'choose'],
  UNSUPPORTED_MODEL: ['choose'],
  STORAGE_FULL: ['room', 'retry'],
  OUT_OF_MEMORY: ['retry', 'choose'],
  GPU_LOST: ['retry', 'cpu'],
  WRONG_NUMBERS: ['cpu', 'choose'],
  ENGINE_TIMEOUT: ['retry', 'cpu'],
  ENGINE_CRASHED: ['retry', 'cpu'],
}

/** The ways on that fit an error, the likeliest first. */
export const nextSteps = (code: TaglensErrorCode): readonly NextStep[] => steps[code] ?? ['retry', 'choose']
