import type { Bytes } from '../../core/brands'
import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import type { LoadProgress } from '../../core/model/loaded-model'
import { keptPackedPath, packedOf, packedPath } from '../../core/model/files/packed-path'
import { type ModelSource, sourceKey } from '../../core/model/model-source'
import type { StoredFile } from '../../core/model/stored/stored-model'
import { createContentHasher, forEachPiece, readableBlob } from './content-hash'
import { freeBytes } from './free-bytes'
import type { ModelFolders } from './folders/model-folders'
import type { ModelRecord } from './folders/model-record'
import { partName } from './folders/part-folder'
import { openProgressReport } from './progress-report'
import type { StoreLocks } from './store-locks'

/** Packed weights on their way into the store. */
export interface PackedToKeep {
  readonly source: ModelSource
  readonly revision: string
  /** By `packedPath`. */
  readonly packed: ReadonlyMap<string, Blob>
}

interface KeepTools {
  readonly folders: ModelFolders
  readonly locks: StoreLocks
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/** Under what packed weights are kept, by the graphs that a record has now; `null` for those of another. */
const placeFor = ({ files }: ModelRecord, path: string): string | null => {
  const graph = files.find((file) => packedPath(file.path) === path)
  return graph ? keptPackedPath(graph.path, graph.sha256) : null
}

/** What `files` are when packed weights come among them: those of the same graph before them go. */
const withPacked = (files: readonly StoredFile[], added: StoredFile): readonly StoredFile[] => [
  ...files.filter(
    ({ path }) => packedOf(path) === null || packedOf(path)?.graph !== packedOf(added.path)?.graph,
  ),
  added,
]

/** Writes a blob into a part, hashed as it goes. @returns its SHA-256 */
const writePart = async (
  { parts }: ModelFolders,
  name: string,
  blob: Blob,
  signal: AbortSignal,
  onCount: (count: number) => void,
): Promise<string> => {
  const part = await parts.open(name)
  try {
    await part.begin(null)
    const hasher = await createContentHasher(null)
    await forEachPiece(readableBlob(blob), signal, (piece) => {
      hasher.add(piece)
      part.append(piece)
      onCount(part.length)
    })
    return hasher.finish().sha256
  } finally {
    part.close()
  }
}

/**
 * Keeps packed weights. They are named in the model's record, so that they are counted, compared and deleted with it, once they
 * are whole: what was cut off is a part that no record names. The caller holds the model's lock.
 */
export const keepPacked = async (
  { source, revision, packed }: PackedToKeep,
  { folders, locks, signal, onProgress }: KeepTools,
): Promise<Outcome<null>> => {
  const key = sourceKey(source)
  const present = async () => {
    const record = await folders.records.find(key)
    return record?.revision === revision ? record : null
  }
  const size = [...packed.values()].reduce((sum, blob) => sum + blob.size, 0)
  if ((await freeBytes()) < size) return done(null)
  const sizes = Array.from(packed, ([path, blob]) => ({ path, size: blob.size as Bytes, hash: null }))
  const report = openProgressReport(sizes, 'checking', onProgress)
  try {
    for (const [path, blob] of packed) {
      if (signal.aborted) return cancelled
      const record = await present()
      const place = record && placeFor(record, path)
      if (place === null) continue
      const name = await partName(key, revision, place)
      try {
        const sha256 = await writePart(folders, name, blob, signal, (count) => {
          report.count(path, count)
        })
        await locks.withRecords(async () => {
          const now = await present()
          // The graph may have come again meanwhile, and be another.
          if (!now || placeFor(now, path) !== place) return
          await folders.blobs.commit(folders.parts.folder, name, sha256)
          const file = { path: place, size: blob.size as Bytes, sha256 }
          await folders.records.write({ ...now, files: withPacked(now.files, file) })
        })
      } finally {
        await folders.parts.delete(name)
      }
    }
    return done(null)
  } finally {
    report.close()
  }
}

/** A model's files as they are given to what opens it: packed weights by the graphs that they are of, if those are the same. */
export const asGiven = (files: readonly StoredFile[]): readonly StoredFile[] => {
  const hashByPath = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  return files.flatMap((file) => {
    const packed = packedOf(file.path)
    if (!packed) return [file]
    return hashByPath.get(packed.graph) === packed.sha256 ? [{ ...file, path: packedPath(packed.graph) }] : []
  })
}
