import type { Bytes } from '../../../core/brands'
import { LOGIT_SCALE_FILE } from '../../../core/model/files/logit-scale'
import { keptPackedPath, packedOf } from '../../../core/model/files/packed-path'
import { completeDtypes } from '../../../core/model/files/model-files'
import { sourceKey } from '../../../core/model/model-source'
import type { ListedFile, StoredFile, StoredModel } from '../../../core/model/stored/stored-model'
import { makeFolder } from './disk-file'
import { type BlobFolder, createBlobFolder } from './blob-folder'
import { type ModelRecord, answeringRevision, namedFiles, settled } from './model-record'
import { type PartFolder, createPartFolder, partName } from './part-folder'
import { type RecordFolder, createRecordFolder } from './record-folder'

/** Where models lie among the origin's private files. */
interface StoreFolders {
  /** Verified files, each under its SHA-256. */
  readonly blobs: FileSystemDirectoryHandle
  /** Files that are not whole, and what is known of each. */
  readonly parts: FileSystemDirectoryHandle
  /** One entry per model. */
  readonly records: FileSystemDirectoryHandle
}

/**
 * Opens the folders, making them on the first visit.
 * @param root name of the outermost folder. The origin is shared by every project of one owner of GitHub Pages.
 * @returns `null` where a browser gives no private files: outside secure contexts, in some private windows.
 */
const openStoreFolders = async (root: string): Promise<StoreFolders | null> => {
  try {
    let folder = await navigator.storage.getDirectory()
    for (const name of [root, 'models']) folder = await makeFolder(folder, name)
    const open = (name: string) => makeFolder(folder, name)
    return { blobs: await open('blobs'), parts: await open('parts'), records: await open('records') }
  } catch {
    return null
  }
}

/** The three folders of the store. Callers hold the records' lock for whatever reads one and changes another. */
export interface ModelFolders {
  readonly blobs: BlobFolder
  readonly parts: PartFolder
  readonly records: RecordFolder
  /** Of the engine: what another one has checked is checked again. */
  readonly version: string
}

/** Opens the folders; `null` where a browser keeps nothing. */
export const openModelFolders = async (root: string, version: string): Promise<ModelFolders | null> => {
  const handles = await openStoreFolders(root)
  return (
    handles && {
      blobs: createBlobFolder(handles.blobs),
      parts: createPartFolder(handles.parts),
      records: createRecordFolder(handles.records),
      version,
    }
  )
}

/** Names of the parts that a record's download may have. */
const partNames = ({ source, revision, missing }: ModelRecord): Promise<readonly string[]> =>
  Promise.all(missing.map(({ path }) => partName(sourceKey(source), revision, path)))

/** Names of the parts in which packed weights of its graphs are written: no record names them before they are whole. */
const packedPartNames = ({ source, revision, files }: ModelRecord): Promise<readonly string[]> =>
  Promise.all(
    files
      .filter(({ path }) => path.endsWith('.onnx'))
      .map(({ path, sha256 }) => partName(sourceKey(source), revision, keptPackedPath(path, sha256))),
  )

const sum = (numbers: readonly number[]): Bytes => numbers.reduce((a, b) => a + b, 0) as Bytes

/** A record as the page sees it. */
export const toStoredModel = async (record: ModelRecord, { parts }: ModelFolders): Promise<StoredModel> => {
  const { source, claim, missing, checked, addedAt, usedAt } = record
  const { revision, files } = answeringRevision(record)
  const lengths = await Promise.all((await partNames(record)).map(parts.length))
  const sizeByHash = new Map(namedFiles(record).map(({ sha256, size }) => [sha256, size]))
  return {
    key: sourceKey(source),
    source,
    claim,
    revision,
    files,
    missing,
    dtypes: completeDtypes(new Set(files.map(({ path }) => path))),
    size: sum([...sizeByHash.values(), ...lengths]),
    checked,
    ...(missing.length > 0 && revision !== record.revision && { updating: true }),
    addedAt,
    usedAt,
  }
}

/** Deletes what no record names. Does nothing while a record cannot be read: its files would count as orphans. */
export const collectOrphans = async ({ blobs, parts, records }: ModelFolders): Promise<void> => {
  const { records: all, unreadable } = await records.all()
  if (unreadable > 0) return
  const hashes = new Set(all.flatMap(namedFiles).map(({ sha256 }) => sha256))
  const names = new Set((await Promise.all([...all.map(partNames), ...all.map(packedPartNames)])).flat())
  await blobs.collect((sha256) => hashes.has(sha256))
  await parts.collect((name) => names.has(name))
}

/** Deletes a model with whatever no other one shares. */
export const removeModel = async ({ blobs, parts, records }: ModelFolders, key: string): Promise<void> => {
  const record = await records.find(key)
  await records.delete(key)
  if (!record) return
  const { records: others } = await records.all()
  const hashes = new Set(others.flatMap(namedFiles).map(({ sha256 }) => sha256))
  for (const { sha256 } of namedFiles(record)) if (!hashes.has(sha256)) await blobs.delete(sha256)
  for (const name of [...(await partNames(record)), ...(await packedPartNames(record))])
    await parts.delete(name)
}

/** Forgets one of a model's two commits. Files that only it had are collected later. */
export const settleModel = async (
  { records }: ModelFolders,
  key: string,
  kept: 'newest' | 'previous',
): Promise<void> => {
  const record = await records.find(key)
  if (record?.previous) await records.write(settled(record, kept))
}

/**
 * Drops packs that said that they are the model of this key, where its host has now confirmed each of their files:
 * they are that model. Its own record names their files, which stay.
 */
export const dropConfirmed = async ({ records }: ModelFolders, key: string): Promise<void> => {
  const confirmed = await records.find(key)
  const hashByPath = new Map(confirmed?.files.map(({ path, sha256 }) => [path, sha256]))
  for (const { source, claim, files } of (await records.all()).records) {
    if (!claim || sourceKey(claim.source) !== key) continue
    const isConfirmed = ({ path, sha256 }: StoredFile) =>
      packedOf(path) !== null || hashByPath.get(path) === sha256
    if (files.every(isConfirmed)) await records.delete(sourceKey(source))
  }
}

/** Marks files whose content is gone or spoiled as missing, to be fetched again by their hash. */
export const withoutFiles = (record: ModelRecord, gone: readonly StoredFile[]): ModelRecord => {
  const hashes = new Set(gone.map(({ sha256 }) => sha256))
  const isGone = ({ sha256 }: StoredFile) => hashes.has(sha256)
  // No host has what was written here, and the model runs without.
  const isHosts = ({ path }: StoredFile) => path !== LOGIT_SCALE_FILE && packedOf(path) === null
  const asListed = ({ path, size, sha256 }: StoredFile): ListedFile => ({
    path,
    size,
    hash: { algorithm: 'sha256', hex: sha256 },
  })
  return {
    ...record,
    files: record.files.filter((file) => !isGone(file)),
    missing: [
      ...record.missing,
      ...record.files.filter((file) => isGone(file) && isHosts(file)).map(asListed),
    ],
    previous: record.previous?.files.some(isGone) ? null : record.previous,
  }
}
