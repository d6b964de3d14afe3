import type { Executor } from '../runtime/executor'
import type { Device, Dtype } from '../runtime/runtime'
import { sourceKey, type ModelSource } from './model-source'

/** A model that somebody asked for, and what they insist on. */
export interface ModelChoice {
  readonly source: ModelSource
  /** `auto` takes the first precision of the device's list that the model has. */
  readonly dtype: Dtype | 'auto'
  /** `auto` lets the policy decide. */
  readonly device: Device | 'auto'
  /** Asks for our own kernels on the CPU, where the model is one that they run. */
  readonly executor?: Executor | undefined
  /** Its host is asked for the newest commit, although an older one is on this device. */
  readonly newest?: true | undefined
  /** Its host is asked for weights that nothing was rounded of, although smaller ones are on this device. For our own kernels. */
  readonly finer?: true | undefined
}

/** A model that somebody asked for, who leaves the rest to the policy unless they say otherwise. */
export const choiceOf = (
  source: ModelSource,
  {
    dtype = 'auto',
    device = 'auto',
    executor,
  }: {
    dtype?: Dtype | 'auto' | undefined
    device?: Device | 'auto' | undefined
    executor?: Executor | undefined
  } = {},
): ModelChoice => ({ source, dtype, device, ...(executor && { executor }) })

/** Whether both ask for the same. */
export const isSameChoice = (a: ModelChoice, b: ModelChoice): boolean =>
  sourceKey(a.source) === sourceKey(b.source) &&
  a.dtype === b.dtype &&
  a.device === b.device &&
  a.executor === b.executor
