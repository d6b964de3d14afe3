import type { Bytes } from '../brands'
import type { TaglensError } from '../errors/taglens-error'
import type { FixedLabelModel } from '../tasks/fixed-labels/model'
import type { ModelTask } from '../tasks/model-task'
import type { ZeroShotModel } from '../tasks/zero-shot/model'

/** A model that is loaded and has run once, of any task. Plain data: it crosses to the page and into every record. */
export type LoadedModel = ZeroShotModel | FixedLabelModel

/** Whether a model is there and for this task. */
export const isFor = <Task extends ModelTask>(
  model: LoadedModel | null,
  task: Task,
): model is Extract<LoadedModel, { readonly task: Task }> => model?.task === task

/** Whether a model compares pictures with words, so that tags, search and suggestions can be asked of it. */
export const readsWords = (
  model: LoadedModel | null,
): model is Extract<LoadedModel, { readonly task: 'zero-shot' }> => isFor(model, 'zero-shot')

/** What a load is about at the moment. */
export type LoadStage =
  /** Asking the host what there is. */
  | 'asking'
  /** Another tab downloads the same model; this one takes it when it is there. */
  | 'waiting'
  | 'downloading'
  /** Comparing what arrived with its SHA-256. */
  | 'checking'
  /** Opening sessions, compiling, checking the numbers. */
  | 'opening'

/** How far a load is. Bytes are of all files together: `loaded` never falls, `total` is `null` while unknown. */
export interface LoadProgress {
  readonly stage: LoadStage
  readonly loaded: Bytes
  readonly total: Bytes | null
  /** Until when the host has asked to wait, in milliseconds since 1970; absent where it has not. */
  readonly until?: number
}

/** How it stands with the text tower of a model that answers without it meanwhile. */
export type TextArrival =
  /** Tags whose prompts the model has not brought with it wait. */
  | { readonly kind: 'coming'; readonly progress: LoadProgress }
  /** They wait until it is tried again. */
  | { readonly kind: 'failed'; readonly error: TaglensError }
