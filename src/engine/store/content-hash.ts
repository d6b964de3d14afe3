import { createSHA1, createSHA256 } from 'hash-wasm'
import type { PublishedHash } from '../../core/model/stored/stored-model'

/** Large enough that reading is not the work, small enough to be nothing beside a model. */
export const PIECE = 4 * 1024 * 1024

/** What a file's content is known by. */
export interface ContentHash {
  readonly sha256: string
  /** What git would call it; only where it was asked for. */
  readonly gitSha1: string | null
}

/** A hash that is fed piece by piece. */
export interface ContentHasher {
  add(piece: Uint8Array): void
  /** Call once. */
  finish(): ContentHash
}

/** @param size of the whole content, which git hashes too; `null` leaves git's hash out. */
export const createContentHasher = async (size: number | null): Promise<ContentHasher> => {
  const sha256 = (await createSHA256()).init()
  const gitSha1 = size === null ? null : (await createSHA1()).init().update(`blob ${size}\0`)
  return {
    add: (piece) => {
      sha256.update(piece)
      gitSha1?.update(piece)
    },
    finish: () => ({ sha256: sha256.digest(), gitSha1: gitSha1?.digest() ?? null }),
  }
}

/** Content that can be read piece by piece. */
export interface Readable {
  readonly size: number
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Where a blob lies on disk, only the piece that is read is in memory. */
export const readableBlob = (blob: Blob): Readable => ({
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
})

/** Reads content to its end. Throws `signal`'s reason when it is aborted. @param begin where to begin. */
export const forEachPiece = async (
  { size, read }: Readable,
  signal: AbortSignal,
  use: (piece: Uint8Array<ArrayBuffer>) => void,
  begin = 0,
): Promise<void> => {
  for (let from = begin; from < size; from += PIECE) {
    signal.throwIfAborted()
    use(await read(from, Math.min(size, from + PIECE)))
  }
}

/**
 * Hashes what can be read back now, whatever was meant to be written.
 * @param onCount told how many bytes are done.
 */
export const hashContent = async (
  content: Readable,
  algorithm: PublishedHash['algorithm'],
  signal: AbortSignal,
  onCount: (count: number) => void = () => undefined,
): Promise<ContentHash> => {
  const hasher = await createContentHasher(algorithm === 'git-sha1' ? content.size : null)
  let count = 0
  await forEachPiece(content, signal, (piece) => {
    hasher.add(piece)
    count += piece.length
    onCount(count)
  })
  return hasher.finish()
}

/** Whether the content is what its host says it is. What no one has published is believed. */
export const matches = ({ sha256, gitSha1 }: ContentHash, published: PublishedHash | null): boolean =>
  published === null || published.hex === (published.algorithm === 'sha256' ? sha256 : gitSha1)
