import { Route } from 'workbox-routing/Route.js'
import { SNIFFED_BYTES } from '../core/incoming/entry-kind'
import {
  inboxAddress,
  isSentPicture,
  LEFT_OUT_HEADER,
  MOST_SENT,
  NAME_HEADER,
  nameToHeader,
  SHARE_FIELD,
  SHARE_PATH,
} from '../core/site/inbox'
import { readUpTo } from './read-up-to'

const isPicture = async (file: File): Promise<boolean> =>
  isSentPicture(
    { path: file.name, type: file.type },
    new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer()),
  )

/** The pictures of a posted form, and how many files were left out. A form that is too large or broken has none. */
const readForm = async (request: Request) => {
  const form = await readUpTo(request, MOST_SENT.megabytes * 2 ** 20, (body) => body.formData())
  if (form.kind !== 'read') return { pictures: [], leftOut: form.kind === 'too large' ? 1 : 0 }
  const files = form.value.getAll(SHARE_FIELD).filter((entry) => entry instanceof File)
  const pictures: File[] = []
  for (const file of files.slice(0, MOST_SENT.files)) if (await isPicture(file)) pictures.push(file)
  return { pictures, leftOut: files.length - pictures.length }
}

/**
 * Receives the pictures that another app shares: puts them where the page looks when it opens, and opens it. The
 * form of another site looks the same, so the page asks about them; and so they take the place of what was sent
 * before and no page has taken out. They never reach the host, which could not read a `POST` anyway.
 */
export const createShareTarget = (cacheName: string, scope: string): Route => {
  const keep = async (request: Request): Promise<void> => {
    const { pictures, leftOut } = await readForm(request)
    await caches.delete(cacheName)
    if (pictures.length + leftOut === 0) return
    const sent = await caches.open(cacheName)
    for (const [index, file] of pictures.entries()) {
      const headers = { 'Content-Type': file.type, [NAME_HEADER]: nameToHeader(file.name) }
      await sent.put(inboxAddress(scope, String(index)), new Response(file, { headers }))
    }
    const headers = { [LEFT_OUT_HEADER]: String(leftOut) }
    if (leftOut > 0) await sent.put(inboxAddress(scope, 'left-out'), new Response(null, { headers }))
  }

  /** One form at a time, or the pictures of two would be there together. */
  let last: Promise<unknown> = Promise.resolve()
  return new Route(
    ({ url }) => url.href === new URL(SHARE_PATH, scope).href,
    async ({ request }) => {
      // Where there is no space the page opens without, which is better than an error of the browser.
      last = last.then(() => keep(request)).catch(() => caches.delete(cacheName))
      await last
      return Response.redirect(scope, 303)
    },
    'POST',
  )
}
