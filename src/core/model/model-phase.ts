import type { Bytes } from '../brands'
import type { TaglensError } from '../errors/taglens-error'
import type { LoadPlan } from './load-plan'
import type { LoadedModel, LoadProgress } from './loaded-model'
import type { ModelChoice } from './model-choice'

/** A model that answers, and how it was asked for. */
export interface AnsweringModel {
  readonly model: LoadedModel
  readonly choice: ModelChoice
}

/** What is under way beside the model that answers. */
interface Underway {
  readonly choice: ModelChoice
  /** Goes on answering until the new one is ready. */
  readonly previous: AnsweringModel | null
  /** A load that this one interrupted, while it goes on beside: it answers if it is ready first. */
  readonly meanwhile: { readonly choice: ModelChoice; readonly progress: LoadProgress } | null
}

/** What a person has agreed to before the host was asked. */
interface Agreed {
  /** Bytes; `null` where they have only asked how much it is. */
  readonly agreed: Bytes | null
}

/** The life of the model on the page, one value instead of a cloud of flags. */
export type ModelPhase =
  | { readonly kind: 'none' }
  /** Asking what a load would take. Nothing is downloaded yet. */
  | (Underway & Agreed & { readonly kind: 'planning' })
  /** The size is known; the person has not agreed to it yet, or to less. */
  | (Underway & Agreed & { readonly kind: 'planned'; readonly plan: LoadPlan })
  | (Underway & { readonly kind: 'loading'; readonly progress: LoadProgress })
  /** Put off by the person, by the airplane switch, or cut off with the last visit. What has arrived is kept. */
  | (Underway & { readonly kind: 'paused'; readonly progress: LoadProgress; readonly cause?: 'airplane' })
  | (AnsweringModel & { readonly kind: 'ready' })
  /** `during` says what a retry would do again. */
  | (Underway & {
      readonly kind: 'failed'
      readonly during: 'planning' | 'loading'
      /** As of a plan, which a retry makes again. */
      readonly agreed: Bytes | null
      readonly error: TaglensError
    })

/** Whether the phase tells of something else than the model that answers. */
export const isUnderway = (phase: ModelPhase): phase is Exclude<ModelPhase, { kind: 'none' | 'ready' }> =>
  phase.kind !== 'none' && phase.kind !== 'ready'

/** Whether the phase tells of a model that a person has asked for, and not of the app's own. */
export const isChosenUnderway = (phase: ModelPhase): boolean =>
  isUnderway(phase) && phase.choice.source.kind !== 'app'

/** Whether a model is on its way, so that it is worth waiting for; a plan may turn out to need a person's yes. */
export const isOnItsWay = (phase: ModelPhase): boolean =>
  isUnderway(phase) && (phase.kind === 'loading' || phase.kind === 'planning' || phase.meanwhile !== null)
