import { createLate } from '../../core/async/late'

/** What `fetch` belongs to. */
interface FetchScope {
  fetch: typeof fetch
}

/** Where the hosted APIs are, relative to the app. */
const HOSTED = /^(api|clip)\//

/**
 * Tells the service worker when a request of the hosted APIs is aborted by who made it. Chromium does not: there
 * `FetchEvent.request.signal` is silent (https://github.com/w3c/ServiceWorker/issues/1544). May go when it does.
 * @param base address of the app
 * @param container where the service worker is; absent where there are none.
 */
export const relayHostedAborts = (
  scope: FetchScope,
  base: string,
  container: ServiceWorkerContainer | undefined,
): void => {
  if (!container) return
  const ask = scope.fetch.bind(scope)
  const relay = createLate(() => import('./ask-abortably'))
  scope.fetch = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, base)
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    if (!signal || !href.startsWith(base) || !HOSTED.test(href.slice(base.length))) return ask(input, init)
    // Read before anything is waited for: the caller may use its objects again.
    const request = new Request(input, init)
    // Without the relay the request is answered all the same: only its abort is heard of late.
    const loaded = await relay.load().catch(() => null)
    return loaded ? loaded.askAbortably(ask, request, signal, container) : ask(request)
  }
}
