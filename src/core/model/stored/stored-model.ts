import type { Bytes } from '../../brands'
import type { Dtype } from '../../runtime/runtime'
import type { ModelClaim } from './model-claim'
import type { FileCheck } from './recheck-due'
import type { ModelSource } from '../model-source'

/**
 * A hash that a host publishes for a file. Large files of the hub have a SHA-256 (`lfs.oid`), small ones the
 * SHA-1 that git gives a blob.
 */
export interface PublishedHash {
  readonly algorithm: 'sha256' | 'git-sha1'
  readonly hex: string
}

/** One file of a model as its host lists it. */
export interface ListedFile {
  /** Relative to the model's root: `onnx/vision_model_quantized.onnx`. */
  readonly path: string
  /** The path that its host has it under, where that is another: `visual/model.onnx`. */
  readonly from?: string | undefined
  /** `null` where the host does not say. */
  readonly size: Bytes | null
  /** `null` where none is published: what arrives is then taken on trust, and kept under its own SHA-256. */
  readonly hash: PublishedHash | null
}

/** What a host offers of a model. */
export interface ModelListing {
  readonly source: ModelSource
  /** The commit that the revision stands for; the revision itself where the host does not tell. */
  readonly revision: string
  readonly files: readonly ListedFile[]
}

/** A file that is on this device, complete and verified. */
export interface StoredFile {
  readonly path: string
  readonly size: Bytes
  readonly sha256: string
}

/** A model on this device, whole or in part. */
export interface StoredModel {
  /** `sourceKey` of its source. */
  readonly key: string
  readonly source: ModelSource
  /** What a pack of the person's says that it is, which no one has confirmed; `null` where nothing is said. */
  readonly claim: ModelClaim | null
  /** The commit that was downloaded; of files that were brought, a hash of them all. */
  readonly revision: string
  readonly files: readonly StoredFile[]
  /** Files of a download that has not come to its end; empty for a whole model. */
  readonly missing: readonly ListedFile[]
  /** Precisions of the vision tower that are complete, each with a text tower. */
  readonly dtypes: readonly Dtype[]
  /** Bytes on this device, parts included. */
  readonly size: Bytes
  /** When the files were last compared with their hashes; `null` where that is not known. */
  readonly checked: FileCheck | null
  /** An older commit answers while `missing` of a newer one has not come; absent where that is not so. */
  readonly updating?: true
  /** `false` for one that is in memory alone, since there is no room for it; absent for all others. */
  readonly kept?: false
  /** Milliseconds since 1970. */
  readonly addedAt: number
  readonly usedAt: number
}
