import { cacheNames } from '../../core/site/cache-names'
import { headerToName, LEFT_OUT_HEADER, NAME_HEADER } from '../../core/site/inbox'

/** What another app or site has sent. */
export interface SentPictures {
  readonly files: readonly File[]
  /** How many other files came with them: no pictures, or over the limits. */
  readonly leftOut: number
}

/** Pictures that wait for the page: sent by another app or site. */
export interface PictureInbox {
  /** Takes out those that were sent, which no one has agreed to yet. They end with the page. */
  take(): Promise<SentPictures>
}

/** Takes everything out of a cache and deletes it. */
const takeAll = async (cacheName: string): Promise<SentPictures> => {
  const files: File[] = []
  let leftOut = 0
  try {
    if (!(await caches.has(cacheName))) return { files, leftOut }
    const cache = await caches.open(cacheName)
    for (const request of await cache.keys()) {
      const response = await cache.match(request)
      if (!response) continue
      const count = response.headers.get(LEFT_OUT_HEADER)
      if (count !== null) {
        leftOut = Number(count)
        continue
      }
      const blob = await response.blob()
      // A copy in memory: its entry, which the blob may stand for, is deleted with the cache.
      files.push(
        new File([await blob.arrayBuffer()], headerToName(response.headers.get(NAME_HEADER)), {
          type: blob.type,
        }),
      )
    }
    await caches.delete(cacheName)
    return { files, leftOut }
  } catch {
    // No Cache Storage (an insecure origin): no one can have put anything in.
    return { files: [], leftOut: 0 }
  }
}

/**
 * The inbox of the app at `scope`, kept in Cache Storage, where the service worker can reach it too.
 * @param scope the app's own address, with a slash at its end.
 */
export const createPictureInbox = (scope: string): PictureInbox => {
  const { inbox: cacheName } = cacheNames(new URL(scope).pathname)
  return {
    take: () => takeAll(cacheName),
  }
}
