import { sha256 as hashText } from 'hash-wasm'
import { fileAddress } from '../../../core/model/hub/hub-tree'
import type { Bytes } from '../../../core/brands'
import type { DownloadLimits } from '../../../core/model/download/retry'
import { sourceKey } from '../../../core/model/model-source'
import type { ListedFile, StoredFile } from '../../../core/model/stored/stored-model'
import { cancelled, done, failedBy, type Outcome } from '../../../core/errors/outcome'
import type { ObtainedModel, ObtainRequest } from '../../../protocol/store-api'
import { formatLogitScale, LOGIT_SCALE_FILE } from '../../../core/model/files/logit-scale'
import { downloadFile } from './download-file'
import { createDownloadTarget, type DownloadTarget } from './download-target'
import { dropConfirmed, type ModelFolders, removeModel, settleModel } from '../folders/model-folders'
import { type DiskPart, partName } from '../folders/part-folder'
import { type Preparation, prepareDownload } from './prepare-download'
import type { ReadAhead } from '../examine/read-ahead'
import type { ProgressReport } from '../progress-report'
import { readBaseScale } from './read-base-scale'
import type { StoreLocks } from '../store-locks'

/** What a download works with. */
export interface ObtainTools {
  readonly folders: ModelFolders | null
  readonly locks: StoreLocks
  readonly limits: DownloadLimits
  readonly readAhead: ReadAhead
  readonly report: ProgressReport
  readonly signal: AbortSignal
}

/** A file that has arrived and is verified. */
type Arrived =
  { readonly kind: 'stored'; readonly file: StoredFile } | { readonly kind: 'held'; readonly blob: Blob }

const nothingThere = (files: readonly ListedFile[]): Preparation => ({
  there: new Map(),
  missing: files,
  hasRoom: false,
  wasKnown: false,
})

/** Moves a verified part among the blobs, and notes it in the model's record. */
const keepFile = (
  { path, size }: { readonly path: string; readonly size: Bytes },
  sha256: string,
  part: string,
  key: string,
  folders: ModelFolders,
  locks: StoreLocks,
): Promise<StoredFile> =>
  locks.withRecords(async () => {
    const file = { path, size, sha256 }
    await folders.blobs.commit(folders.parts.folder, part, sha256)
    await folders.parts.delete(part)
    const record = await folders.records.find(key)
    if (!record) throw new Error('the record of a download is gone')
    await folders.records.write({
      ...record,
      files: [...record.files.filter((other) => other.path !== path), file],
      missing: record.missing.filter((other) => other.path !== path),
    })
    return file
  })

/** Keeps a text of ours among a model's files. */
const keepText = async (
  path: string,
  text: string,
  { source, revision }: ObtainRequest,
  { folders, locks }: Pick<ObtainTools, 'locks'> & { readonly folders: ModelFolders },
): Promise<void> => {
  const key = sourceKey(source)
  const name = await partName(key, revision, path)
  const part = await folders.parts.open(name)
  const bytes = new TextEncoder().encode(text)
  try {
    await part.begin(null)
    part.append(bytes)
  } finally {
    part.close()
  }
  await keepFile({ path, size: bytes.length as Bytes }, await hashText(text), name, key, folders, locks)
}

/** Reads the scale of a model that does not tell its own, once, and puts it among its files. */
const obtainScale = async (
  request: ObtainRequest,
  blobs: Map<string, Blob>,
  kept: boolean,
  { folders, locks, limits, signal }: ObtainTools,
): Promise<void> => {
  const { source, revision } = request
  const config = blobs.get('config.json')
  if (source.kind !== 'hub' || !config || blobs.has(LOGIT_SCALE_FILE)) return
  const scale = await readBaseScale(source, revision, await config.text(), limits, signal)
  if (!scale) return
  const text = formatLogitScale(scale)
  blobs.set(LOGIT_SCALE_FILE, new Blob([text]))
  // A disk that is full by now costs the percentages of the next visit, and not the model.
  if (kept && folders)
    await keepText(LOGIT_SCALE_FILE, text, request, { folders, locks }).catch(() => undefined)
}

/** Opens the part of a file; `null` where the disk is not to be touched, or does not let itself be. */
const openPart = async (
  folders: ModelFolders | null,
  name: string,
  mayGrow: boolean,
): Promise<DiskPart | null> => {
  if (!folders) return null
  try {
    return mayGrow || (await folders.parts.length(name)) > 0 ? await folders.parts.open(name) : null
  } catch {
    return null
  }
}

/** Puts what was read ahead where the download would; it is compared with its hash there, and comes again if it differs. */
const takeReadAhead = async (
  target: DownloadTarget,
  file: ListedFile,
  readAhead: ReadAhead,
): Promise<void> => {
  const bytes = new TextEncoder().encode(readAhead.find(file) ?? '')
  if (target.length() > 0 || bytes.length === 0 || bytes.length !== file.size) return
  await target.begin(null)
  target.append(bytes)
}

/** Downloads one file, to disk where there is room. */
const obtainFile = async (
  file: ListedFile,
  { source, revision }: ObtainRequest,
  hasRoom: boolean,
  { folders, locks, limits, readAhead, report, signal }: ObtainTools,
): Promise<Outcome<Arrived>> => {
  const key = sourceKey(source)
  const name = await partName(key, revision, file.path)
  const target = createDownloadTarget(await openPart(folders, name, hasRoom), hasRoom)
  try {
    await takeReadAhead(target, file, readAhead)
    const arrived = await downloadFile(fileAddress(source, revision, file), file, target, {
      limits,
      signal,
      onCount: (count) => {
        report.count(file.path, count)
      },
      onWait: report.wait,
      onChecking: (checking) => {
        report.stage(checking ? 'checking' : 'downloading')
      },
    })
    const size = target.length() as Bytes
    const blob = target.inMemory()
    if (arrived.kind !== 'done') {
      target.close()
      if (size === 0) await folders?.parts.delete(name)
      return arrived
    }
    report.whole(file.path, size)
    if (blob || !folders) return done({ kind: 'held', blob: blob ?? new Blob() })
    target.close()
    try {
      const stored = await keepFile({ path: file.path, size }, arrived.value, name, key, folders, locks)
      return done({ kind: 'stored', file: stored })
    } catch (error) {
      // The disk took the file and not the record of it.
      const unnamed = await folders.blobs.find(arrived.value, size)
      if (!unnamed) throw error
      return done({ kind: 'held', blob: new Blob([await unnamed.arrayBuffer()]) })
    }
  } finally {
    target.close()
  }
}

/** Whether a download that ended so can never come to its end: nothing of it is worth keeping. */
const isHopeless = (outcome: Outcome<unknown>): boolean =>
  failedBy(outcome, 'MODEL_NOT_FOUND', 'MODEL_CORRUPT')

/**
 * Downloads what is missing of a model, one file at a time: what is enough to begin with, then the rest, the small ones
 * first. The caller holds the model's lock.
 */
export const obtainModel = async (
  request: ObtainRequest,
  tools: ObtainTools,
): Promise<Outcome<ObtainedModel>> => {
  const { folders, locks, report, signal } = tools
  const key = sourceKey(request.source)
  const { there, missing, hasRoom, wasKnown } = folders
    ? await locks.withRecords(() => prepareDownload(request, folders, Date.now()))
    : nothingThere(request.files)
  const stored = new Map(there)
  const held = new Map<string, Blob>()
  for (const { path, size } of there.values()) report.whole(path, size)
  report.stage('downloading')

  const removeIfNew = async () => {
    if (folders && !wasKnown) await locks.withRecords(() => removeModel(folders, key))
  }

  /** Nothing more is worth waiting for: the commit before this one stays, if there was one. */
  const goBack = async () => {
    await removeIfNew()
    if (folders && wasKnown) await locks.withRecords(() => settleModel(folders, key, 'previous'))
  }

  const isFirst = ({ path }: ListedFile) => request.first?.some((first) => first.path === path) ?? true
  const inOrder = [...missing.filter(isFirst), ...missing.filter((file) => !isFirst(file))]
  for (const file of inOrder) {
    if (signal.aborted) return cancelled
    if (!isFirst(file) && hasRoom && held.size === 0) break
    const arrived = await obtainFile(file, request, hasRoom && held.size === 0, tools)
    if (arrived.kind !== 'done') {
      const part = await partName(key, request.revision, file.path)
      const hasBegun = stored.size > 0 || ((await folders?.parts.length(part)) ?? 0) > 0
      if (isHopeless(arrived)) await goBack()
      else if (!hasBegun) await removeIfNew()
      return arrived
    }
    if (arrived.value.kind === 'stored') stored.set(file.path, arrived.value.file)
    else held.set(file.path, arrived.value.blob)
  }

  const blobs = new Map(held)
  for (const { path, sha256, size } of stored.values()) {
    const blob = await folders?.blobs.find(sha256, size)
    if (!blob) throw new Error(`${path} was deleted in the middle of a download`)
    // What was new and does not fit whole is not left behind by half.
    blobs.set(path, held.size > 0 && !wasKnown ? new Blob([await blob.arrayBuffer()]) : blob)
  }
  await obtainScale(request, blobs, held.size === 0, tools)
  if (signal.aborted) return cancelled
  if (held.size > 0) await removeIfNew()
  else if (folders && request.files.every(({ path }) => blobs.has(path)))
    await locks.withRecords(() => dropConfirmed(folders, key))
  return done({ revision: request.revision, blobs, kept: held.size === 0, checkDue: false })
}
