import { sourceKey } from '../../../core/model/model-source'
import type { ListedFile, StoredFile } from '../../../core/model/stored/stored-model'
import type { ObtainRequest } from '../../../protocol/store-api'
import { freeBytes } from '../free-bytes'
import type { ModelFolders } from '../folders/model-folders'
import { wholeRevision, type ModelRecord } from '../folders/model-record'
import { partName } from '../folders/part-folder'

/** What a download begins with. */
export interface Preparation {
  readonly there: ReadonlyMap<string, StoredFile>
  readonly missing: readonly ListedFile[]
  /** Whether there is room for what is missing, as far as the browser tells. */
  readonly hasRoom: boolean
  /** Whether anything was kept of this model before. */
  readonly wasKnown: boolean
}

/** A file that is here already: of the same commit, or of any model that has the same content. */
const findStored = async (
  { path, size, hash }: ListedFile,
  same: ModelRecord | null,
  { blobs }: ModelFolders,
): Promise<StoredFile | null> => {
  const known = same?.files.find((file) => file.path === path)
  const isOther = hash?.algorithm === 'sha256' && known?.sha256 !== hash.hex
  if (known && !isOther && (await blobs.find(known.sha256, known.size))) return known
  if (hash?.algorithm !== 'sha256' || size === null) return null
  return (await blobs.find(hash.hex, size)) ? { path, size, sha256: hash.hex } : null
}

const smallFirst = (a: ListedFile, b: ListedFile): number => (a.size ?? Infinity) - (b.size ?? Infinity) || 0

/** A disk that is full to the last byte does not even take a record, though all else may be there. */
const canWrite = async (write: () => Promise<void>): Promise<boolean> => {
  try {
    await write()
    return true
  } catch {
    return false
  }
}

/**
 * Finds what of a model is here, and writes down what is not, so that nothing of it counts as an orphan from now
 * on. The caller holds the records' lock.
 */
export const prepareDownload = async (
  { source, revision, files }: ObtainRequest,
  folders: ModelFolders,
  now: number,
): Promise<Preparation> => {
  const present = await folders.records.find(sourceKey(source))
  const same = present?.revision === revision ? present : null
  const there = new Map<string, StoredFile>()
  for (const file of files) {
    const stored = await findStored(file, same, folders)
    if (stored) there.set(file.path, stored)
  }
  const missing = files.filter(({ path }) => !there.has(path)).sort(smallFirst)
  const lengths = await Promise.all(
    missing.map(async ({ path }) => folders.parts.length(await partName(sourceKey(source), revision, path))),
  )
  const needed = missing.reduce((sum, { size }, i) => sum + Math.max(0, (size ?? 0) - (lengths[i] ?? 0)), 0)
  const fits = missing.length === 0 || needed <= (await freeBytes())
  const asked = new Set(files.map(({ path }) => path))
  const isOther = ({ path }: { readonly path: string }) => !asked.has(path)
  const record = {
    source,
    claim: null,
    revision,
    files: [...(same?.files.filter(isOther) ?? []), ...there.values()],
    missing: [...(same?.missing.filter(isOther) ?? []), ...missing],
    // Each file that comes is hashed as it comes; what was here before keeps its date.
    checked: present?.checked ?? { at: now, version: folders.version },
    previous: same ? same.previous : wholeRevision(present),
    addedAt: present?.addedAt ?? now,
    usedAt: now,
  }
  const hasRoom = fits && (await canWrite(() => folders.records.write(record)))
  return { there, missing, hasRoom, wasKnown: present !== null }
}
