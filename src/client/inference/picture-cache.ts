import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { PreparedPicture } from '../../protocol/pixel-api'

/** What encoding found out about a picture, whatever name its file had. */
export type KnownPicture = PictureEncoding & Omit<PreparedPicture, 'tensor' | 'time' | 'noisy'>

/** What is known of a picture by its bytes and a model from an earlier visit; `null` where nothing is. */
export type RecallPicture = (modelKey: string, sha256: string) => Promise<KnownPicture | null>

/** Pictures kept: 2 to 4 kB of numbers and 10 kB of thumbnail each. Oldest out first. */
const LIMIT = 20_000

/** Encoded pictures by content and model, so that the same file is never encoded twice. */
export interface PictureCache {
  get(modelKey: string, sha256: string): KnownPicture | undefined
  set(modelKey: string, sha256: string, picture: KnownPicture): void
}

/** Creates an empty cache. */
export const createPictureCache = (): PictureCache => {
  const pictures = new Map<string, KnownPicture>()
  const keyOf = (modelKey: string, sha256: string) => `${sha256} ${modelKey}`
  return {
    get: (modelKey, sha256) => pictures.get(keyOf(modelKey, sha256)),
    set: (modelKey, sha256, picture) => {
      pictures.set(keyOf(modelKey, sha256), picture)
      for (const oldest of pictures.keys()) {
        if (pictures.size <= LIMIT) break
        pictures.delete(oldest)
      }
    },
  }
}
