import { cacheNames } from '../core/site/cache-names'
import { headerToName, inboxAddress, NAME_HEADER, nameToHeader } from '../core/site/inbox'

/** Pictures that wait for the page: shared by another app, or carried over a reload. */
export interface PictureInbox {
  /** Takes all of them out, in order. */
  take(): Promise<readonly File[]>
  /** Puts pictures in, for the next page; resolves to whether all of them are in. */
  put(files: readonly { readonly name: string; readonly file: Blob }[]): Promise<boolean>
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
    put: async (files) => {
      try {
        const cache = await caches.open(cacheName)
        for (const [index, { name, file }] of files.entries()) {
          const headers = { 'Content-Type': file.type, [NAME_HEADER]: nameToHeader(name) }
          await cache.put(inboxAddress(scope, String(index)), new Response(file, { headers }))
        }
        return true
      } catch {
        await caches.delete(cacheName).catch(() => false)
        return false
      }
    },
  }
}
