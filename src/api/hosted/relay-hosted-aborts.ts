import { HOSTED_CALL_HEADER, type HostedStop } from '../../protocol/hosted-channel'

/** What `fetch` belongs to. */
interface FetchScope {
  fetch: typeof fetch
}

/** Where the hosted APIs are, relative to the app. */
const HOSTED = /^(api|clip|infer)\//

/** Makes a request under a name of its own, and takes it back by that name when it is aborted. */
const askAbortably = async (
  ask: typeof fetch,
  request: Request,
  signal: AbortSignal,
  container: ServiceWorkerContainer,
): Promise<Response> => {
  const id = crypto.randomUUID()
  request.headers.set(HOSTED_CALL_HEADER, id)
  const stop = () => container.controller?.postMessage({ kind: 'hosted-stop', id } satisfies HostedStop)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await ask(request)
  } finally {
    signal.removeEventListener('abort', stop)
  }
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
    const { href } = new URL(input instanceof Request ? input.url : input, base)
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    if (!signal || !href.startsWith(base) || !HOSTED.test(href.slice(base.length))) return ask(input, init)
    return askAbortably(ask, new Request(input, init), signal, container)
  }
}
