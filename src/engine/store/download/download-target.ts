import type { Readable } from '../content-hash'
import type { DiskPart } from '../folders/part-folder'

/** Where the bytes of one file go: to disk, and to memory from the moment that the disk takes no more. */
export interface DownloadTarget {
  length(): number
  etag(): string | null
  /** Forgets the bytes; those that come next are of version `etag`. */
  begin(etag: string | null): Promise<void>
  append(bytes: Uint8Array<ArrayBuffer>): void
  /** What is there now, read back from where it lies. */
  content(): Readable
  /** Bytes as they lie on disk; `null` where they are in memory. */
  readBack(from: number, to: number): Uint8Array<ArrayBuffer> | null
  /** The bytes, where they are in memory; `null` where they are on disk. */
  inMemory(): Blob | null
  /** Lets the file go. What is on disk stays. */
  close(): void
}

/** The largest piece that is read at once when bytes move from disk to memory. */
const MOVE_PIECE = 16 * 1024 * 1024

/** Bytes of a part, copied so that the part may go. */
const copyOut = (part: DiskPart): Uint8Array<ArrayBuffer>[] => {
  const pieces = []
  for (let at = 0; at < part.length; at += MOVE_PIECE)
    pieces.push(part.read(at, Math.min(part.length, at + MOVE_PIECE)))
  return pieces
}

/**
 * Creates a target.
 * @param part open; closed by the target. `null` keeps everything in memory.
 * @param mayGrow whether the part may take more. Where it may not, what it holds is only read.
 */
export const createDownloadTarget = (part: DiskPart | null, mayGrow: boolean): DownloadTarget => {
  let disk = part
  let etag = part?.etag ?? null
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0

  const moveToMemory = () => {
    if (!disk) return
    pieces = copyOut(disk)
    length = disk.length
    disk.close()
    disk = null
  }
  if (!mayGrow) moveToMemory()

  return {
    length: () => disk?.length ?? length,
    etag: () => etag,
    begin: async (next) => {
      etag = next
      pieces = []
      length = 0
      try {
        await disk?.begin(next)
      } catch {
        moveToMemory()
      }
    },
    append: (bytes) => {
      try {
        disk?.append(bytes)
      } catch {
        // No room, or a disk that fails: either way memory is what is left.
        moveToMemory()
      }
      if (disk) return
      pieces.push(bytes)
      length += bytes.length
    },
    content: () => {
      const held = disk
      if (held) return { size: held.length, read: (from, to) => Promise.resolve(held.read(from, to)) }
      const blob = new Blob(pieces)
      return {
        size: length,
        read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
      }
    },
    readBack: (from, to) => disk?.read(from, to) ?? null,
    inMemory: () => (disk ? null : new Blob(pieces)),
    close: () => {
      disk?.close()
      disk = null
    },
  }
}
