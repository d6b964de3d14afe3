import type { Bytes } from '../../brands'
import { isByteCount, isJsonObject } from '../../json-object'
import { isModelPath } from '../files/is-model-path'
import type { ListedFile, PublishedHash } from '../stored/stored-model'

const SHA256 = /^[0-9a-f]{64}$/
const SHA1 = /^[0-9a-f]{40}$/

/** A SHA-256 of the large file storage, with or without the name of its algorithm in front. */
const readSha256 = (oid: unknown): PublishedHash | null => {
  const hex = typeof oid === 'string' ? oid.replace(/^sha256:/, '') : ''
  return SHA256.test(hex) ? { algorithm: 'sha256', hex } : null
}

const readEntry = (entry: unknown): ListedFile | null => {
  if (!isJsonObject(entry) || entry.type !== 'file') return null
  const { path, size, oid, lfs } = entry
  if (typeof path !== 'string' || !isModelPath(path)) return null
  if (isJsonObject(lfs)) {
    const known = isByteCount(lfs.size) ? lfs.size : size
    return { path, size: isByteCount(known) ? (known as Bytes) : null, hash: readSha256(lfs.oid) }
  }
  const hash: PublishedHash | null =
    typeof oid === 'string' && SHA1.test(oid) ? { algorithm: 'git-sha1', hex: oid } : null
  return { path, size: isByteCount(size) ? (size as Bytes) : null, hash }
}

/**
 * Reads one page of the hub's tree listing (`/api/models/{id}/tree/{revision}`). For a large file `oid` is the
 * hash of its pointer, so only `lfs` counts. Folders and paths that lead out of the model are left out.
 * @returns `null` where it is no listing.
 */
export const parseHubTree = (json: unknown): readonly ListedFile[] | null =>
  Array.isArray(json)
    ? json.flatMap((entry) => {
        const file = readEntry(entry)
        return file ? [file] : []
      })
    : null

/** The commit in the hub's answer about a revision (`/api/models/{id}/revision/{revision}`). */
export const parseHubRevision = (json: unknown): string | null =>
  isJsonObject(json) && typeof json.sha === 'string' && SHA1.test(json.sha) ? json.sha : null

/** The address of the next page in a `Link` header; `null` on the last one. */
export const nextPage = (link: string | null): string | null =>
  /<([^<>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1] ?? null
