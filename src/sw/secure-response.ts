import type { WorkboxPlugin } from 'workbox-core/types.js'
import { responseHeaders, type ResponseRole } from '../core/site/response-headers'

const roles: Partial<Record<RequestDestination, ResponseRole>> = {
  document: 'page',
  iframe: 'page',
  worker: 'worker',
  sharedworker: 'worker',
}

/**
 * Gives a response the headers that its host should have sent. Worker scripts need them as much as the page:
 * an isolated page may start no worker that is not, and a worker does not inherit the page's policy.
 */
const secureResponse = (request: Request, response: Response, isolate: boolean): Response => {
  // Of an opaque or failed response nothing may be read, and so nothing added.
  if (response.type === 'opaque' || response.type === 'error' || response.status === 0) return response
  const headers = new Headers(response.headers)
  const added = responseHeaders(roles[request.destination] ?? 'other', isolate)
  for (const [name, value] of Object.entries(added)) headers.set(name, value)
  // A response of these statuses has no body, and the constructor refuses even an empty one.
  const body = [204, 205, 304].includes(response.status) ? null : response.body
  return new Response(body, { status: response.status, statusText: response.statusText, headers })
}

/** Secures everything that Workbox answers. */
export const secured = (isolate: boolean): WorkboxPlugin => ({
  handlerWillRespond: ({ request, response }) => Promise.resolve(secureResponse(request, response, isolate)),
})
