import { transferHandlers, type TransferHandler } from 'comlink'

/**
 * Lets an `AbortSignal` be an argument of a remote call. The other side gets a signal of its own that aborts
 * when this one does. Both ports are closed by the abort, so a caller aborts a per-call signal when the call
 * is over, whatever came of it (the supervisor does).
 */
const abortSignalHandler: TransferHandler<AbortSignal, { aborted: boolean; port: MessagePort }> = {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize: (signal) => {
    const { port1, port2 } = new MessageChannel()
    const announce = () => {
      port1.postMessage('abort')
      port1.close()
    }
    if (signal.aborted) port1.close()
    else signal.addEventListener('abort', announce, { once: true })
    return [{ aborted: signal.aborted, port: port2 }, [port2]]
  },
  deserialize: ({ aborted, port }) => {
    const controller = new AbortController()
    if (aborted) controller.abort()
    port.onmessage = () => {
      controller.abort()
      port.close()
    }
    return controller.signal
  },
}

/** Teaches Comlink our argument types. Each end of the boundary calls it once, before the first call. */
export const registerTransferHandlers = (): void => {
  transferHandlers.set('taglens.abort-signal', abortSignalHandler)
}
