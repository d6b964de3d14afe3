import { cacheNames } from '../core/site/cache-names'
import { headerToName, NAME_HEADER } from '../core/site/inbox'

/** Pictures that wait for the page: shared by another app. */
export interface PictureInbox {
  /** Takes all of them out, in order. */
  take(): Promise<readonly File[]>
}

/**
 * The inbox of the app at `scope`, kept in Cache Storage, where the service worker can reach it too.
 * @param scope the app's own address, with a slash at its end.
 */
export const createPictureInbox = (scope: string): PictureInbox => {
  const { inbox: cacheName } = cacheNames(new URL(scope).pathname)
  return {
    take: async () => {
      try {
        if (!(await caches.has(cacheName))) return []
        const cache = await caches.open(cacheName)
        const files: File[] = []
        for (const request of await cache.keys()) {
          const response = await cache.match(request)
          if (!response) continue
          const blob = await response.blob()
          // A copy in memory: its entry, which the blob may stand for, is deleted with the cache.
          files.push(
            new File([await blob.arrayBuffer()], headerToName(response.headers.get(NAME_HEADER)), {
              type: blob.type,
            }),
          )
        }
        await caches.delete(cacheName)
        return files
      } catch {
        // No Cache Storage (an insecure origin): nobody can have put anything in.
        return []
      }
    },
  }
}
