import { refusal, type HostedAnswer } from '../../core/hosted-api/hosted-answer'
import { methodsOf, routeOfPath, type HostedRoute } from '../../core/hosted-api/hosted-route'
import { readHostedRequest } from '../../core/hosted-api/read-hosted-request'
import {
  refuseBody,
  refuseCancelled,
  refuseForms,
  refuseLargeBody,
  refuseMethod,
  refuseUnknownPath,
} from '../../core/hosted-api/worker-refusals'
import { questionPage } from '../../core/hosted-api/question-page'
import { hygieneHeaders } from '../../core/site/response-headers'
import { HOSTED_CALL_HEADER, isHostedStop } from '../../protocol/hosted-channel'
import { askPages } from './ask-pages'
import { readBody } from './read-body'

declare const self: ServiceWorkerGlobalScope

/** An answer is data: it is neither kept, nor framed, nor does anything in it run. */
const HEADERS = {
  ...hygieneHeaders,
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The page that opened the tab is cut off from it, and cannot tell when it is answered.
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** The question before a picture is fetched. Its own link is known by its referrer, which this policy lets it send. */
const toQuestion = (address: string, picture: URL): Response => {
  const nonce = crypto.randomUUID()
  const headers = {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; style-src 'nonce-${nonce}'`,
    'Referrer-Policy': 'same-origin',
  }
  return new Response(questionPage(address, picture, nonce), { headers })
}

const toResponse = (
  method: string,
  { status, json }: HostedAnswer,
  more: Readonly<Record<string, string>> = {},
): Response => new Response(method === 'HEAD' ? null : json, { status, headers: { ...HEADERS, ...more } })

/**
 * Whether a request may be another site's. A form would bring a picture of its own choosing, and a frame would do it
 * unseen: the app has neither, so they are refused. An address that is opened may be a link of another site.
 */
const isForeign = ({ mode, method, destination }: Request): boolean =>
  mode === 'navigate' && (destination !== 'document' || (method !== 'GET' && method !== 'HEAD'))

/**
 * The picture that an opened address would have fetched, unless a page of the app led there: no one can tell a link
 * of another site from an address that a person typed. Read as it is answered, or a blank before the picture's
 * address would hide it from the question alone.
 */
const unaskedPicture = ({ mode, url, referrer }: Request, route: HostedRoute, scope: string): URL | null => {
  if (mode !== 'navigate' || referrer.startsWith(scope)) return null
  const parameters = [...new URL(url).searchParams]
  const work = readHostedRequest({ route, path: '', parameters, hasImage: false, text: '' })
  if (work.kind !== 'done' || !('picture' in work.value)) return null
  const { picture } = work.value
  return picture.kind === 'url' ? URL.parse(picture.url) : null
}

const answer = async (
  { request, clientId }: FetchEvent,
  route: HostedRoute,
  scope: string,
  signal: AbortSignal,
): Promise<HostedAnswer> => {
  const body = await readBody(request, route)
  if (body.kind === 'too large') return refuseLargeBody(route)
  if (body.kind === 'broken') return signal.aborted ? refuseCancelled() : refuseBody(body.detail)
  const { image, fields, text } = body
  const parameters = [...new URL(request.url).searchParams, ...fields]
  const path = new URL(request.url).href.slice(scope.length).replace(/[?#].*$/s, '')
  const work = readHostedRequest({ route, path, parameters, hasImage: image !== null, text })
  switch (work.kind) {
    case 'invalid':
      return refuseBody(work.detail)
    case 'done': {
      const askerId = request.mode === 'navigate' ? '' : clientId
      return askPages({ work: work.value, image, signal, askerId }, scope)
    }
  }
}

/**
 * Answers the requests of the hosted APIs in place of a server, for pages under the app's address and for anyone who
 * opens one of the addresses in a tab. Not a route of Workbox, whose router knows no `OPTIONS`.
 */
export const answerHostedRequests = (scope: string): void => {
  const callsById = new Map<string, AbortController>()
  self.addEventListener('message', ({ data }) => {
    if (isHostedStop(data)) callsById.get(data.id)?.abort()
  })

  const work = async (event: FetchEvent, route: HostedRoute): Promise<Response> => {
    const { method, headers, signal } = event.request
    const id = headers.get(HOSTED_CALL_HEADER) ?? crypto.randomUUID()
    const stop = new AbortController()
    callsById.set(id, stop)
    signal.addEventListener('abort', () => {
      stop.abort()
    })
    try {
      return toResponse(method, await answer(event, route, scope, stop.signal))
    } catch (error) {
      return toResponse(method, refusal({ message: String(error), code: 'UNEXPECTED' }))
    } finally {
      callsById.delete(id)
    }
  }

  self.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    const root = new URL(scope)
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return
    const route = routeOfPath(pathname.slice(root.pathname.length), request.method)
    if (route === null) return
    event.stopImmediatePropagation()
    const { method } = request
    const allow = route === 'unknown' ? [] : methodsOf(route)
    if (isForeign(request)) event.respondWith(toResponse(method, refuseForms()))
    else if (route === 'unknown') event.respondWith(toResponse(method, refuseUnknownPath()))
    else if (!allow.includes(method))
      event.respondWith(toResponse(method, refuseMethod(route, method), { Allow: allow.join(', ') }))
    else if (method === 'OPTIONS')
      event.respondWith(new Response(null, { status: 204, headers: { Allow: allow.join(', ') } }))
    else {
      const unasked = unaskedPicture(request, route, scope)
      event.respondWith(unasked === null ? work(event, route) : toQuestion(request.url, unasked))
    }
  })
}
