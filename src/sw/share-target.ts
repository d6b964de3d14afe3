import { Route } from 'workbox-routing/Route.js'
import { inboxAddress, NAME_HEADER, nameToHeader, SHARE_FIELD, SHARE_PATH } from '../core/site/inbox'

/** A system shares tens of pictures at most; more is no person's doing. */
const MAX_FILES = 1000

const filesOf = (form: FormData): readonly File[] =>
  form
    .getAll(SHARE_FIELD)
    .filter((entry) => entry instanceof File)
    .slice(0, MAX_FILES)

/**
 * Receives the pictures that another app shares: puts them into the inbox and opens the page, which takes them
 * out. They never reach the host, which could not read a `POST` anyway.
 */
export const createShareTarget = (cacheName: string, scope: string): Route =>
  new Route(
    ({ url }) => url.href === new URL(SHARE_PATH, scope).href,
    async ({ request }) => {
      const opened = Response.redirect(scope, 303)
      try {
        const inbox = await caches.open(cacheName)
        for (const file of filesOf(await request.formData())) {
          const headers = { 'Content-Type': file.type, [NAME_HEADER]: nameToHeader(file.name) }
          await inbox.put(inboxAddress(scope, crypto.randomUUID()), new Response(file, { headers }))
        }
      } catch {
        // An unreadable form or no space: the page opens without, which is better than an error of the browser.
      }
      return opened
    },
    'POST',
  )
