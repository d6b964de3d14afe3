import { HOSTED_CALL_HEADER, type HostedStop } from '../../protocol/hosted-channel'

/** Makes a request under a name of its own, and takes it back by that name when it is aborted. */
export const askAbortably = async (
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
