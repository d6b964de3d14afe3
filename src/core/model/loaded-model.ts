import type { Bytes, Milliseconds } from '../brands'
import type { Recipe } from '../recipe'
import type { Device, Dtype } from '../runtime/runtime'

/** Where a model's files are. Both lay them out as the Hugging Face hub does. */
export type ModelSource =
  /** A folder behind a URL: `{baseUrl}/config.json`, `{baseUrl}/onnx/vision_model.onnx`, ... */
  | { readonly kind: 'url'; readonly baseUrl: string }
  /** A repository on a hub: `{host}/{id}/resolve/{revision}/...`. */
  | { readonly kind: 'hub'; readonly host: string; readonly id: string; readonly revision: string }

/** A model that is loaded and has run once. Plain data: it crosses to the page and into every record. */
export interface LoadedModel {
  /** Identifies weights, precision and recipe: part of every cache key. */
  readonly key: string
  /** Hub id, or the last part of the base URL. */
  readonly id: string
  /** What people read: `CLIP ViT-B/32`, `Mini`. */
  readonly name: string
  /** What it is for, where the model says so itself (`drawings only`). Empty otherwise. */
  readonly scope: string
  readonly revision: string
  readonly device: Device
  /** Precision of the vision tower and of the text tower. */
  readonly dtype: { readonly vision: Dtype; readonly text: Dtype }
  readonly threads: number
  readonly recipe: Recipe
  /** Length of its embeddings. */
  readonly dimension: number
  readonly logitScale: number
  /** Longest prompt in tokens, specials included; what is over is cut. */
  readonly maxTokens: number
  readonly size: Bytes
  readonly loadTime: Milliseconds
}

/** Bytes of all model files together: `loaded` never falls, `total` is `null` where a host did not say. */
export interface LoadProgress {
  readonly loaded: Bytes
  readonly total: Bytes | null
}
