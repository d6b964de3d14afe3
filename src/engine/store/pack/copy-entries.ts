import { isDiskFull } from '../../../protocol/storage-error'
import type { Bytes } from '../../../core/brands'
import type { StoredFile } from '../../../core/model/stored/stored-model'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import { createContentHasher } from '../content-hash'
import type { ModelFolders } from '../folders/model-folders'
import type { DiskPart } from '../folders/part-folder'
import type { ProgressReport } from '../progress-report'
import type { BroughtEntry } from './brought-entry'

/** A file of a model, and where it is among what was brought. */
export interface WantedEntry {
  readonly path: string
  readonly entry: BroughtEntry
  /** What it must be; `null` where nothing says. */
  readonly sha256: string | null
}

/** Copies that are on disk and verified, and belong to no model yet. Held open, so that no one collects them. */
export interface Copies {
  readonly files: readonly StoredFile[]
  /** Puts the copies among the verified files. The caller holds the records' lock. */
  commit(): Promise<void>
  /** Deletes what has not been committed. */
  discard(): Promise<void>
}

interface Copy {
  readonly name: string
  readonly part: DiskPart
  readonly file: StoredFile
}

const wrong = (file: string, detail: string) => failed({ code: 'MODEL_CORRUPT', file, detail })

/** Reads one entry to its end, hashing what goes by. */
const readEntry = async (
  { path, entry, sha256 }: WantedEntry,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
  report: ProgressReport,
  signal: AbortSignal,
): Promise<Outcome<StoredFile>> => {
  const hasher = await createContentHasher(null)
  const seen = { length: 0, isTooLong: false }
  try {
    await entry.read(signal, (piece) => {
      seen.isTooLong = seen.length + piece.length > entry.size
      if (seen.isTooLong) throw new RangeError('longer than it says')
      take(piece)
      seen.length += piece.length
      hasher.add(piece)
      report.count(path, seen.length)
    })
  } catch (error) {
    if (signal.aborted) return cancelled
    if (isDiskFull(error)) throw error
    return wrong(path, seen.isTooLong ? 'it is longer than it says' : 'it cannot be read to its end')
  }
  const found = hasher.finish().sha256
  if (seen.length !== entry.size) return wrong(path, `${seen.length} bytes were there of ${entry.size}`)
  if (sha256 !== null && found !== sha256) return wrong(path, 'its hash is not the one in the manifest')
  return done({ path, size: seen.length as Bytes, sha256: found })
}

/** Copies entries into the store, one after the other. The caller commits or discards. */
export const copyEntries = async (
  wanted: readonly WantedEntry[],
  folders: ModelFolders,
  report: ProgressReport,
  signal: AbortSignal,
): Promise<Outcome<Copies>> => {
  const copies: Copy[] = []
  const discard = async () => {
    for (const { name, part } of copies.splice(0)) {
      part.close()
      await folders.parts.delete(name)
    }
  }

  for (const want of wanted) {
    const name = `import-${crypto.randomUUID()}`
    const part = await folders.parts.open(name)
    const stop = async () => {
      part.close()
      await folders.parts.delete(name)
      await discard()
    }
    try {
      await part.begin(null)
      const append = (piece: Uint8Array<ArrayBuffer>) => {
        part.append(piece)
      }
      const copied = signal.aborted ? cancelled : await readEntry(want, append, report, signal)
      if (copied.kind !== 'done') {
        await stop()
        return copied
      }
      copies.push({ name, part, file: copied.value })
    } catch (error) {
      await stop()
      throw error
    }
  }

  return done({
    files: copies.map(({ file }) => file),
    commit: async () => {
      for (const { name, part, file } of copies.splice(0)) {
        part.close()
        await folders.blobs.commit(folders.parts.folder, name, file.sha256)
        await folders.parts.delete(name)
      }
    },
    discard,
  })
}

/** Reads entries without a copy on the disk: a file stays where it is, and what comes out of a pack is in memory. */
export const holdEntries = async (
  wanted: readonly WantedEntry[],
  report: ProgressReport,
  signal: AbortSignal,
): Promise<Outcome<{ readonly files: readonly StoredFile[]; readonly blobs: ReadonlyMap<string, Blob> }>> => {
  const files: StoredFile[] = []
  const blobs = new Map<string, Blob>()
  for (const want of wanted) {
    if (signal.aborted) return cancelled
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const { blob } = want.entry
    const read = await readEntry(
      want,
      (piece) => {
        if (!blob) pieces.push(piece)
      },
      report,
      signal,
    )
    if (read.kind !== 'done') return read
    files.push(read.value)
    blobs.set(want.path, blob ?? new Blob(pieces))
  }
  return done({ files, blobs })
}
