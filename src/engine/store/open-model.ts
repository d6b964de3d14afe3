import { completeDtypes } from '../../core/model/files/model-files'
import { isCheckDue } from '../../core/model/stored/recheck-due'
import { modelRoot, sourceKey, type ModelSource } from '../../core/model/model-source'
import type { StoredFile } from '../../core/model/stored/stored-model'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { ObtainedModel } from '../../protocol/store-api'
import type { LoadProgress } from '../../core/model/loaded-model'
import { hashContent, readableBlob } from './content-hash'
import { asGiven } from './keep-packed'
import { openProgressReport } from './progress-report'
import { answeringRevision, hasTwo, namedFiles, type ModelRecord } from './folders/model-record'
import { withoutFiles, type ModelFolders } from './folders/model-folders'
import type { StoreLocks } from './store-locks'

/** What is said of a model that is not here. */
export const notStored = (source: ModelSource) =>
  failed({ code: 'MODEL_NOT_FOUND', url: source.kind === 'disk' ? source.id : modelRoot(source) })

/** Hands out a model that is here whole. The caller holds the records' lock. */
export const openModel = async (
  source: ModelSource,
  folders: ModelFolders,
  now: number,
): Promise<Outcome<ObtainedModel>> => {
  const found = await folders.records.find(sourceKey(source))
  if (!found) return notStored(source)
  const gone: StoredFile[] = []
  for (const file of namedFiles(found))
    if (!(await folders.blobs.find(file.sha256, file.size))) gone.push(file)
  const record: ModelRecord = { ...(gone.length > 0 ? withoutFiles(found, gone) : found), usedAt: now }
  // When it was used is not worth a model: a full disk takes no record, and opening needs none.
  await folders.records.write(record).catch(() => undefined)
  const { revision, files } = answeringRevision(record)
  if (completeDtypes(new Set(files.map(({ path }) => path))).length === 0) return notStored(source)
  const blobs = new Map<string, Blob>()
  for (const { path, sha256, size } of asGiven(files)) {
    const blob = await folders.blobs.find(sha256, size)
    if (blob) blobs.set(path, blob)
  }
  return done({
    revision,
    blobs,
    kept: true,
    canGoBack: hasTwo(record),
    checkDue: isCheckDue(record.checked, folders.version, now, 'before a run'),
  })
}

/** What comparing a model with its hashes works with. */
interface RecheckTools {
  readonly folders: ModelFolders
  readonly locks: StoreLocks
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/**
 * Reads a stored model again and deletes what is no longer what it was.
 * @returns paths of what is not here as it should be: files that had changed, and those that are missing anyway.
 */
export const recheckModel = async (
  source: ModelSource,
  { folders, locks, signal, onProgress }: RecheckTools,
): Promise<Outcome<readonly string[]>> => {
  const key = sourceKey(source)
  const record = await folders.records.find(key)
  if (!record) return notStored(source)
  const files = namedFiles(record)
  const report = openProgressReport(files, 'checking', onProgress)
  const spoiled: StoredFile[] = []
  try {
    for (const file of files) {
      if (signal.aborted) return cancelled
      const blob = await folders.blobs.find(file.sha256, file.size)
      const onCount = (count: number) => {
        report.count(file.path, count)
      }
      const isSound =
        blob !== null &&
        (await hashContent(readableBlob(blob), 'sha256', signal, onCount)).sha256 === file.sha256
      if (!isSound) spoiled.push(file)
      report.whole(file.path, file.size)
    }
  } finally {
    report.close()
  }
  return locks.withRecords(async () => {
    for (const { sha256 } of spoiled) await folders.blobs.delete(sha256)
    const present = await folders.records.find(key)
    if (!present) return notStored(source)
    const left = spoiled.length > 0 ? withoutFiles(present, spoiled) : present
    const checked = { at: Date.now(), version: folders.version }
    // A full disk takes no date, and what was found is true without one.
    await folders.records.write({ ...left, checked }).catch(() => undefined)
    return done(left.missing.map(({ path }) => path))
  })
}
