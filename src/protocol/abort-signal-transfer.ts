import { transferHandlers, type TransferHandler } from 'comlink'

/** From the page: a call is given up. */
interface AbortMessage {
  readonly abortedCall: number
}

/** From a worker: a call goes on. */
interface AliveMessage {
  readonly aliveCall: number
}

/** What a call's signal and heartbeat go by on their way to the worker. */
interface NamedCall {
  readonly id: number
  /** Calls of the same worker that are over, which it need not listen for any longer. Told with the next call. */
  readonly over: number[]
}

/**
 * The calls of one worker, on the page. A signal and a heartbeat cross as a number: a channel for each cost the page
 * 0.8 ms of work a picture.
 */
export interface CallLine {
  /**
   * Lets both be arguments of remote calls.
   * @returns says that the call is over: an abort after that is not told of any longer.
   */
  begin(signal: AbortSignal, heartbeat: () => void): () => void
}

const namedCalls = new WeakMap<AbortSignal | (() => void), NamedCall>()

const isNumbered = <Key extends string>(data: unknown, key: Key): data is Record<Key, number> =>
  typeof data === 'object' && data !== null && typeof (data as Record<Key, unknown>)[key] === 'number'

/** Creates the page's end, which lives as long as the worker. */
export const createCallLine = (worker: Worker): CallLine => {
  const heartbeats = new Map<number, () => void>()
  const over: number[] = []
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isNumbered(data, 'aliveCall')) heartbeats.get(data.aliveCall)?.()
  })
  return {
    begin: (signal, heartbeat) => {
      const id = (last += 1)
      namedCalls.set(signal, { id, over })
      namedCalls.set(heartbeat, { id, over })
      heartbeats.set(id, heartbeat)
      const announce = () => {
        worker.postMessage({ abortedCall: id } satisfies AbortMessage)
      }
      signal.addEventListener('abort', announce, { once: true })
      return () => {
        signal.removeEventListener('abort', announce)
        heartbeats.delete(id)
        over.push(id)
      }
    },
  }
}

const nameOf = (value: AbortSignal | (() => void)): NamedCall => {
  const named = namedCalls.get(value)
  // Only those of a supervised job may be arguments.
  if (!named) throw new TypeError('no job')
  return named
}

/** In the worker: what may still be aborted. */
const controllers = new Map<number, AbortController>()
let listens = false

/** From the first call on, whose message comes before any that aborts it. */
const listenForAborts = () => {
  if (listens) return
  listens = true
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isNumbered(data, 'abortedCall')) controllers.get(data.abortedCall)?.abort()
  })
}

const abortSignalHandler: TransferHandler<AbortSignal, { id: number; aborted: boolean; over: number[] }> = {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize: (signal) => {
    const { id, over } = nameOf(signal)
    return [{ id, aborted: signal.aborted, over: over.splice(0) }, []]
  },
  deserialize: ({ id, aborted, over }) => {
    listenForAborts()
    for (const ended of over) controllers.delete(ended)
    const controller = controllers.get(id) ?? new AbortController()
    controllers.set(id, controller)
    if (aborted) controller.abort()
    return controller.signal
  },
}

const heartbeatHandler: TransferHandler<() => void, number> = {
  canHandle: (value): value is () => void =>
    typeof value === 'function' && namedCalls.has(value as () => void),
  serialize: (heartbeat) => [nameOf(heartbeat).id, []],
  deserialize: (id) => () => {
    postMessage({ aliveCall: id } satisfies AliveMessage)
  },
}

/**
 * Teaches Comlink our argument types: the signal and the heartbeat of a supervised job. Each end of the boundary calls it
 * once, before the first call.
 */
export const registerTransferHandlers = (): void => {
  transferHandlers.set('taglens.abort-signal', abortSignalHandler)
  transferHandlers.set('taglens.heartbeat', heartbeatHandler)
}
