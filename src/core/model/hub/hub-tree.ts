import type { Bytes } from '../../brands'
import { isByteCount, isJsonObject } from '../../json-object'
import { isModelPath } from '../files/model-manifest'
import type { ListedFile, PublishedHash } from '../stored/stored-model'
import { modelRoot, type RemoteSource } from '../model-source'

/** A path of names as part of an address. */
const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Address of a path of a model at a commit: on a hub, the address that redirects to where the file lies. */
export const pathAddress = (source: RemoteSource, revision: string, path: string): string =>
  `${modelRoot(source.kind === 'hub' ? { ...source, revision } : source)}/${encodePath(path)}`

/** Address of one file of a model at a commit, by the path that its host has it under. */
export const fileAddress = (
  source: RemoteSource,
  revision: string,
  { path, from = path }: Pick<ListedFile, 'path' | 'from'>,
): string => pathAddress(source, revision, from)

/** Where a hub tells the commit of a revision. */
export const revisionAddress = (host: string, id: string, revision: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/revision/${encodeURIComponent(revision)}`

/** Where a hub lists the files of a commit, its folders' files included. */
export const treeAddress = (host: string, id: string, commit: string): string =>
  `${host.replace(/\/+$/, '')}/api/models/${encodePath(id)}/tree/${encodeURIComponent(commit)}?recursive=true`

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
