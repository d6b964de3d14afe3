import type { TaglensError } from '../taglens-error'
import type { LoadedModel, LoadProgress } from './loaded-model'
import type { ModelSource } from './model-source'

/** The life of the model on the page, one value instead of a cloud of flags. */
export type ModelPhase =
  | { readonly kind: 'none' }
  /** `previous` goes on working until the new one is ready. */
  | {
      readonly kind: 'loading'
      readonly source: ModelSource
      readonly progress: LoadProgress
      readonly previous: LoadedModel | null
    }
  | { readonly kind: 'ready'; readonly model: LoadedModel }
  | {
      readonly kind: 'failed'
      readonly source: ModelSource
      readonly error: TaglensError
      readonly previous: LoadedModel | null
    }
