import type { WorkboxPlugin } from 'workbox-core/types.js'
import { Route } from 'workbox-routing/Route.js'
import { CacheFirst } from 'workbox-strategies/CacheFirst.js'
import { dropAltered } from './altered-files'
import { onlyWholeFiles } from './only-whole-files'

/** Large files of the app that are kept at first use or in idle time. */
export interface EngineFiles {
  readonly route: Route
  /** Fetches what is not kept yet; resolves to whether everything is now. */
  keepAll(event: ExtendableEvent): Promise<boolean>
  /** Drops what this version does not have. */
  dropOutdated(): Promise<void>
  /** Drops what is not what the build's list says; it is fetched again by `keepAll` or at its next use. */
  dropAltered(): Promise<unknown>
}

/** The cache key of a file: files whose names stay the same carry their revision in it. */
const toKey = ({ url, revision }: BuiltFile, scope: string): string => {
  const key = new URL(url, scope)
  if (revision !== null) key.searchParams.set('revision', revision)
  return key.href
}

/**
 * Serves files from the cache called `cacheName`, which fills as they are used.
 * @param usual files that every visit needs; `keepAll` keeps these.
 * @param rare files that only some machines need.
 */
export const createEngineFiles = (
  { usual, rare }: { readonly usual: readonly BuiltFile[]; readonly rare: readonly BuiltFile[] },
  cacheName: string,
  scope: string,
  secure: WorkboxPlugin,
): EngineFiles => {
  const toUrl = ({ url }: BuiltFile) => new URL(url, scope).href
  const keysByUrl = new Map([...usual, ...rare].map((file) => [toUrl(file), toKey(file, scope)]))
  const kept = [...usual, ...rare].map((file) => ({
    url: toUrl(file),
    key: toKey(file, scope),
    integrity: file.integrity,
  }))
  const keyed: WorkboxPlugin = {
    cacheKeyWillBeUsed: ({ request }) => Promise.resolve(keysByUrl.get(request.url) ?? request),
  }
  const strategy = new CacheFirst({ cacheName, plugins: [keyed, onlyWholeFiles, secure] })
  return {
    // A part of a file is left to the host: a cache keeps whole ones.
    route: new Route(({ request }) => keysByUrl.has(request.url) && !request.headers.has('range'), strategy),
    keepAll: async (event) => {
      try {
        // One after the other: no one is waiting, and the browser's own cache has most of them.
        for (const file of usual) {
          const request = new Request(toUrl(file), { integrity: file.integrity })
          const [answered, stored] = strategy.handleAll({ event, request })
          await (await answered).body?.cancel()
          await stored
        }
        return true
      } catch {
        // No network, no space, or a newer version on the host: what is missing is kept at its first use.
        return false
      }
    },
    dropOutdated: async () => {
      const cache = await caches.open(cacheName)
      const present = new Set(keysByUrl.values())
      for (const request of await cache.keys()) if (!present.has(request.url)) await cache.delete(request)
    },
    dropAltered: () => dropAltered(cacheName, kept),
  }
}
