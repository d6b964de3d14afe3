// The reader alone: with writers and decoders of its own, which browsers have, it is three times the size.
import { type Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { archivePath } from '../../core/incoming/entry-paths'

/** One file of an archive, unpacked when it is wanted. */
export interface ArchiveEntry {
  readonly path: string
  /** Bytes that it says it has. */
  readonly size: number
  readonly encrypted: boolean
  /** Whether its path leads out of the archive: programs that unpack refuse it. */
  readonly leadsOut: boolean
  /** Unpacks it; `null` where it is damaged or longer than it says. Rejects once `signal` is aborted. */
  read(signal: AbortSignal): Promise<Blob | null>
}

/** Beyond what anyone means to look at; an archive of millions of empty files would stall the page. */
const MOST_ENTRIES = 100_000

/** What the library's own `BlobReader` does, which comes with much more. */
const readerOf = (blob: Blob) => {
  const reader = {
    size: blob.size,
    createReadable: ({ offset = 0, size }: { readonly offset?: number; readonly size?: number } = {}) =>
      blob.slice(offset, size === undefined ? blob.size : offset + size).stream(),
    readUint8Array: async (offset: number, length: number) =>
      new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  }
  // The library asks a reader for these alone; its type is of the class that it offers to be extended.
  return reader as unknown as Reader<Blob>
}

/** Collects what is written and no more than `most` bytes: an archive may unpack to more than it says. */
const collect = (most: number) => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (piece) => {
      length += piece.length
      if (length > most) throw new RangeError('longer than it says')
      pieces.push(piece)
    },
  })
  return { writable, toBlob: () => new Blob(pieces) }
}

/**
 * Lists a ZIP file without unpacking anything. Fails with the problem `archive-damaged` where it is none or not whole,
 * and with `archive-too-full` where it has more files than can be looked at.
 */
export const readArchive = async (archive: File): Promise<Outcome<readonly ArchiveEntry[]>> => {
  const refuse = (kind: 'archive-damaged' | 'archive-too-full') =>
    failed({ code: 'VALIDATION_ERROR', problem: { kind, path: archive.name } })
  // Workers of its own would need a policy that allows `blob:` scripts; browsers inflate off this thread anyway.
  const reader = new ZipReader(readerOf(archive), { useWebWorkers: false })
  const entries: ArchiveEntry[] = []
  try {
    for await (const entry of reader.getEntriesGenerator({ filenameValidation: 'tolerant' })) {
      // Older programs of Windows end the name of a folder as they part its path.
      if (entry.directory || entry.filename.endsWith('\\')) continue
      if (entries.length === MOST_ENTRIES) return refuse('archive-too-full')
      const { filename, uncompressedSize, encrypted } = entry
      entries.push({
        ...archivePath(filename),
        size: uncompressedSize,
        encrypted,
        read: async (signal) => {
          const { writable, toBlob } = collect(uncompressedSize)
          try {
            await entry.getData(writable, { useWebWorkers: false, signal, checkSignature: true })
            return toBlob()
          } catch (error) {
            if (signal.aborted) throw error
            return null
          }
        },
      })
    }
    return done(entries)
  } catch {
    return refuse('archive-damaged')
  }
}
