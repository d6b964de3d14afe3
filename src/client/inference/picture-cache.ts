import { encodingValues, type PictureEncoding } from '../../core/model/picture-encoding'
import type { PreparedPicture } from '../../protocol/pixel-api'

/** What encoding found out about a picture, whatever name its file had. */
export type KnownPicture = PictureEncoding &
  Omit<PreparedPicture, 'sha256' | 'tensor' | 'more' | 'time' | 'noisy'>

/** What is known of a picture by its bytes and a model from an earlier visit; `null` where nothing is. */
export type RecallPicture = (modelKey: string, sha256: string) => Promise<KnownPicture | null>

/** Pictures kept: 2 to 4 kB of numbers and 10 kB of thumbnail each. Oldest out first. */
const MOST_PICTURES = 20_000

/** Bytes of their numbers, of which a classifier with 21,841 labels has 87 kB a picture. */
const MOST_BYTES = 80e6

const bytesOf = (picture: KnownPicture): number => encodingValues(picture).byteLength

/** Encoded pictures by content and model, so that the same file is never encoded twice. */
export interface PictureCache {
  get(modelKey: string, sha256: string): KnownPicture | undefined
  set(modelKey: string, sha256: string, picture: KnownPicture): void
}

/** Creates an empty cache. */
export const createPictureCache = (): PictureCache => {
  const pictures = new Map<string, KnownPicture>()
  let bytes = 0
  const keyOf = (modelKey: string, sha256: string) => `${sha256} ${modelKey}`
  return {
    get: (modelKey, sha256) => pictures.get(keyOf(modelKey, sha256)),
    set: (modelKey, sha256, picture) => {
      const key = keyOf(modelKey, sha256)
      const before = pictures.get(key)
      bytes += bytesOf(picture) - (before ? bytesOf(before) : 0)
      pictures.set(key, picture)
      for (const [oldest, known] of pictures) {
        if (pictures.size <= MOST_PICTURES && bytes <= MOST_BYTES) break
        pictures.delete(oldest)
        bytes -= bytesOf(known)
      }
    },
  }
}
