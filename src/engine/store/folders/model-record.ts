import * as v from 'valibot'
import type { Bytes } from '../../../core/brands'
import type { FileCheck } from '../../../core/model/stored/recheck-due'
import type { ModelClaim } from '../../../core/model/stored/model-claim'
import type { ModelSource } from '../../../core/model/model-source'
import type { ListedFile, StoredFile } from '../../../core/model/stored/stored-model'
import { isModelPath } from '../../../core/model/files/model-manifest'
import { completeDtypes } from '../../../core/model/files/model-files'

/** A commit of a model that is here whole. */
export interface WholeRevision {
  readonly revision: string
  readonly files: readonly StoredFile[]
}

/** What is kept about one model beside its files. */
export interface ModelRecord {
  readonly source: ModelSource
  /** See `StoredModel`. */
  readonly claim: ModelClaim | null
  readonly revision: string
  readonly files: readonly StoredFile[]
  /** Files that were asked for and have not come yet. */
  readonly missing: readonly ListedFile[]
  /** When all of `files` were last compared with their hashes; `null` where that is not known. */
  readonly checked: FileCheck | null
  /** The commit that answers until this one is whole and has run: an update that is cut or bad must not cost the model. */
  readonly previous: WholeRevision | null
  /** Milliseconds since 1970. */
  readonly addedAt: number
  readonly usedAt: number
}

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const Size = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.transform((size) => size as Bytes),
)
const Path = v.pipe(v.string(), v.check(isModelPath))

const Address = v.object({ kind: v.literal('url'), baseUrl: v.string() })
const Hub = v.object({ kind: v.literal('hub'), host: v.string(), id: v.string(), revision: v.string() })

const Source = v.variant('kind', [
  v.object({ kind: v.literal('app'), baseUrl: v.string() }),
  Address,
  Hub,
  v.object({ kind: v.literal('disk'), id: v.string() }),
])

const Revision = v.object({
  revision: v.string(),
  files: v.array(v.object({ path: Path, size: Size, sha256: Sha256 })),
})

const RecordSchema = v.object({
  ...Revision.entries,
  source: Source,
  // Records of version 0.1 have none.
  claim: v.optional(
    v.nullable(v.object({ source: v.variant('kind', [Address, Hub]), revision: v.string() })),
    null,
  ),
  previous: v.nullable(Revision),
  checked: v.optional(v.nullable(v.object({ at: v.number(), version: v.string() })), null),
  missing: v.array(
    v.object({
      path: Path,
      from: v.optional(Path),
      size: v.nullable(Size),
      hash: v.nullable(v.object({ algorithm: v.picklist(['sha256', 'git-sha1']), hex: v.string() })),
    }),
  ),
  addedAt: v.number(),
  usedAt: v.number(),
})

/** Checks what was read from disk. `null` where it is no record: written by another version, or by half. */
export const parseModelRecord = (json: unknown): ModelRecord | null => {
  const parsed = v.safeParse(RecordSchema, json)
  return parsed.success ? parsed.output : null
}

const isWhole = ({ files }: WholeRevision): boolean =>
  completeDtypes(new Set(files.map(({ path }) => path))).length > 0

/** The commit that answers: the newest that is whole, or what there is of the newest. */
export const answeringRevision = (record: ModelRecord): WholeRevision =>
  !isWhole(record) && record.previous ? record.previous : record

/** The commit to go back to while another one is fetched in its place. */
export const wholeRevision = (record: ModelRecord | null): WholeRevision | null => {
  if (!record) return null
  const { revision, files } = answeringRevision(record)
  return isWhole({ revision, files }) ? { revision, files } : null
}

/** Every file that a record keeps from being collected. */
export const namedFiles = ({ files, previous }: ModelRecord): readonly StoredFile[] => [
  ...files,
  ...(previous?.files ?? []),
]

/** Whether there are two commits of a model that could both run. */
export const hasTwo = ({ missing, previous }: ModelRecord): boolean =>
  missing.length === 0 && previous !== null

/** The record with one of its two commits; as it is where there is one. */
export const settled = (record: ModelRecord, kept: 'newest' | 'previous'): ModelRecord =>
  record.previous === null || (kept === 'newest' && record.missing.length > 0)
    ? record
    : { ...record, ...(kept === 'previous' && { ...record.previous, missing: [] }), previous: null }
