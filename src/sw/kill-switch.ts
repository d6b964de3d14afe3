import { ownCaches } from '../core/site/cache-names'

/**
 * Switches a broken service worker off: deployed under its name (docs/hosting.md) it takes over at once, deletes
 * the app's caches, which holds no model and nothing of the person's, and removes itself. Open pages are not
 * touched; from the next load on the host alone answers.
 */
declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const scopePath = new URL(self.registration.scope).pathname
      for (const name of ownCaches(await caches.keys(), scopePath)) await caches.delete(name)
      await self.registration.unregister()
    })(),
  )
})
