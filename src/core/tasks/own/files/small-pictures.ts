import { jpegFileSize } from '../../../pixels/header/embedded-jpeg'

/** Small pictures of examples, as JPEG, by SHA-256 of the pictures that they show. */
export type SmallPictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Longest side of those that are written, in pixels. */
export const SMALL_SIDE = 96

/** What a small picture in a file may be at most, so that one from elsewhere costs no more to look at than ours. */
export const SMALL_LIMITS = {
  /** Pixels. */
  side: 256,
  /** Of one of them. */
  bytes: 32_000,
  /** Of all of them. */
  all: 32_000_000,
} as const

/** Where a small picture lies in a file: by its hash alone, since a name may be any path. */
export type SmallPath = `thumbs/${string}.jpg`

export const smallPath = (sha256: string): SmallPath => `thumbs/${sha256}.jpg`

const PATH = /^thumbs\/[0-9a-f]{64}\.jpg$/

const isSmallPath = (path: string): path is SmallPath => PATH.test(path)

/** Whether bytes are a JPEG, by what they say and not by their name, and no larger than one may be. */
export const isSmallPicture = (bytes: Uint8Array): boolean => {
  const size = bytes.length > SMALL_LIMITS.bytes ? undefined : jpegFileSize(bytes)
  return size !== undefined && Math.max(size.width, size.height) <= SMALL_LIMITS.side
}

/**
 * Which of a file's entries are unpacked as small pictures, by the sizes that they say they have: each path once, none
 * that is too large, and no more than all may be.
 */
export const smallEntries = <Entry extends { readonly path: string; readonly size: number }>(
  entries: readonly Entry[],
): ReadonlyMap<SmallPath, Entry> => {
  const found = new Map<SmallPath, Entry>()
  let all = 0
  for (const entry of entries) {
    const { path, size } = entry
    if (!isSmallPath(path) || found.has(path) || size > SMALL_LIMITS.bytes) continue
    if (all + size > SMALL_LIMITS.all) break
    all += size
    found.set(path, entry)
  }
  return found
}
