import type { PublishedHash } from '../../../core/model/stored/stored-model'
import {
  createContentHasher,
  forEachPiece,
  hashContent,
  PIECE,
  type ContentHash,
  type ContentHasher,
} from '../content-hash'
import type { DownloadTarget } from './download-target'

/** A target that is hashed while it fills: what can be read back of it, so that little is left at the end. */
export interface FollowedTarget extends DownloadTarget {
  /** Of all that can be read back now. Throws `signal`'s reason when it is aborted. */
  hash(signal: AbortSignal): Promise<ContentHash>
}

/**
 * Follows a target. Bytes that are there already are read as more come, a piece at a time; what lies in memory is left
 * for the end.
 * @param size of the whole file, which git hashes too.
 */
export const followTarget = async (
  target: DownloadTarget,
  algorithm: PublishedHash['algorithm'],
  size: number | null,
): Promise<FollowedTarget> => {
  const open = async (): Promise<ContentHasher | null> =>
    algorithm === 'git-sha1' ? (size === null ? null : createContentHasher(size)) : createContentHasher(null)
  let hasher = await open()
  let hashed = 0

  const follow = () => {
    if (!hasher || target.length() - hashed < PIECE) return
    const piece = target.readBack(hashed, hashed + PIECE)
    if (piece) {
      hasher.add(piece)
      hashed += PIECE
    } else hasher = null
  }

  return {
    ...target,
    begin: async (etag) => {
      await target.begin(etag)
      hasher = await open()
      hashed = 0
    },
    append: (bytes) => {
      target.append(bytes)
      follow()
    },
    hash: async (signal) => {
      const content = target.content()
      // Git's hash begins with the length, which may have been announced wrongly.
      if (!hasher || (algorithm === 'git-sha1' && size !== content.size))
        return hashContent(content, algorithm, signal)
      const following = hasher
      hasher = null
      await forEachPiece(content, signal, following.add, hashed)
      return following.finish()
    },
  }
}
