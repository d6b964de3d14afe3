import { Router } from 'workbox-routing/Router.js'
import type { WorkboxPlugin } from 'workbox-core/types.js'
import { cacheNames, staleCaches } from '../core/site/cache-names'
import { UNISOLATED, type WorkerHello, isWorkerMessage } from '../core/site/worker-messages'
import { createEngineFiles } from './engine-files'
import { answerHostedRequests } from './hosted-api/answer-hosted-requests'
import { refuseStrangers } from './refuse-strangers'
import { createShareTarget } from './share-target'
import { createShellFiles } from './shell-files'
import { type ResponseRole, responseHeaders } from '../core/site/response-headers'

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
const secured = (isolate: boolean): WorkboxPlugin => ({
  handlerWillRespond: ({ request, response }) => Promise.resolve(secureResponse(request, response, isolate)),
})

/**
 * The composition root of the service worker.
 *
 * [Note: a new version] 1. The browser finds that this file has changed and installs it: all files of the shell,
 * or nothing. 2. It waits; every open page goes on with the version that it began with, and offers the new one.
 * 3. The person agrees in one of them: `take-over` activates it. That page reloads, others stay as they are, and
 * so the files of their version stay too. 4. The next page that is alone drops them.
 *
 * Models are not kept here: the model store owns them, in another place, and checks them.
 */
declare const self: ServiceWorkerGlobalScope

const scope = self.registration.scope
const scopePath = new URL(scope).pathname
const names = cacheNames(scopePath)
const isolates = !new URL(self.location.href).searchParams.has(UNISOLATED)

const secure = secured(isolates)
const shell = createShellFiles(SHELL_FILES, names.shell, scope, secure)
const engine = createEngineFiles({ usual: ENGINE_FILES, rare: RARE_FILES }, names.engine, scope, secure)

/**
 * A page says by itself when it has nothing to do. One whose script was altered may never; so its files are compared
 * this many milliseconds after it was opened, when a page of ours has been working for long. Nothing waits for the
 * timer: an event that did would hold a new version back for as long. Browsers stop a worker after 30 s.
 */
const HEAL_AFTER = 10_000

let planned: ReturnType<typeof setTimeout> | undefined

const heal = async (): Promise<void> => {
  clearTimeout(planned)
  await shell.heal()
  await engine.dropAltered()
}

const planHealing = () => {
  clearTimeout(planned)
  planned = setTimeout(() => void heal(), HEAL_AFTER)
}

// Before all others: an event that is answered goes to no other listener.
self.addEventListener('fetch', ({ request }) => {
  if (request.mode === 'navigate') planHealing()
})

// Before the router: these addresses are no files.
answerHostedRequests(scope)

const router = new Router()
for (const route of [...shell.routes, engine.route, createShareTarget(names.inbox, scope)])
  router.registerRoute(route)
router.addFetchListener()
refuseStrangers()

/** Drops what only earlier versions use, unless a page of one may be open. */
const dropOutdated = async (event: ExtendableEvent): Promise<void> => {
  if ((await self.clients.matchAll({ type: 'window' })).length > 1) return
  await shell.dropOutdated(event)
  await engine.dropOutdated()
  for (const name of staleCaches(await caches.keys(), scopePath)) await caches.delete(name)
}

self.addEventListener('install', (event) => {
  event.waitUntil(shell.install(event))
})

self.addEventListener('activate', (event) => {
  // On a first visit the page that is open can be served at once, and isolated after one reload. It is not waited
  // for: Firefox 153 claims a starting worker when it has loaded, and that load waits until this one is active.
  void self.clients.claim()
  planHealing()
  event.waitUntil(dropOutdated(event))
})

self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (!isWorkerMessage(message)) return
  const answer = (value: WorkerHello | boolean) => event.ports[0]?.postMessage(value)
  switch (message.kind) {
    case 'hello':
      answer({ isolates })
      return
    case 'take-over':
      event.waitUntil(self.skipWaiting())
      answer(true)
      return
    case 'keep-engine':
      event.waitUntil(
        (async () => {
          await dropOutdated(event)
          await heal()
          answer(await engine.keepAll(event))
        })(),
      )
  }
})
