import type { TaglensError } from '../../core/errors/taglens-error'
import type { LoadProgress } from '../../core/model/loaded-model'
import type { StoredModel } from '../../core/model/stored/stored-model'

/** The models on this device, as far as is known. */
export type StoredModels =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly models: readonly StoredModel[] }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** A model on its way from or to the person's own files; one at a time. */
export type ModelTransfer =
  | { readonly kind: 'none' }
  | { readonly kind: 'importing'; readonly progress: LoadProgress }
  | { readonly kind: 'exporting'; readonly key: string; readonly progress: LoadProgress }
  /** A stored model's host is asked for a newer commit. */
  | { readonly kind: 'asking'; readonly key: string }
  /** It has none. */
  | { readonly kind: 'newest'; readonly key: string }
  | { readonly kind: 'failed'; readonly error: TaglensError }
