import { routeOfPath } from '../core/hosted-api/hosted-route'
import { HOSTED_CALL_HEADER, type HostedStop } from '../protocol/hosted-line'

/** What `fetch` belongs to. */
interface FetchScope {
  fetch: typeof fetch
}

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
  scope.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, base)
    const isHosted =
      address.href.startsWith(base) &&
      routeOfPath(address.pathname.slice(new URL(base).pathname.length)) !== null
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    if (!isHosted || !signal) return ask(input, init)
    const id = crypto.randomUUID()
    const request = new Request(input, init)
    request.headers.set(HOSTED_CALL_HEADER, id)
    const stop = () => container.controller?.postMessage({ kind: 'hosted-stop', id } satisfies HostedStop)
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await ask(request)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}
