import type { Bytes } from '../core/brands'
import type { Asker, NetworkEntry } from '../core/site/network/network-entry'
import type { AirplaneSwitch } from './airplane-switch'

/** What `fetch` belongs to: a window or a worker. */
interface FetchScope {
  fetch: typeof fetch
}

interface GuardOptions {
  readonly airplane: AirplaneSwitch
  readonly asker: Asker
  /** The app's own address. */
  readonly home: string
  readonly report: (entry: NetworkEntry) => void
  /** Whether answers of the app's own host are told elsewhere, see `watchResources`. */
  readonly ownAreTold: boolean
}

const addressOf = (input: RequestInfo | URL, home: string): URL =>
  new URL(input instanceof Request ? input.url : input, home)

/** Pictures given as `data:` or `blob:` lie in memory. */
const isOfNetwork = ({ protocol }: URL): boolean => protocol.startsWith('http')

const statedSize = ({ headers }: Response): Bytes | null => {
  const length = Number(headers.get('content-length') ?? NaN)
  return Number.isSafeInteger(length) && length >= 0 ? (length as Bytes) : null
}

/** A navigation loses its mode when anything is set beside it; it is never to another host, and never followed. */
const mayBeChanged = (input: RequestInfo | URL): boolean =>
  !(input instanceof Request) || input.mode !== 'navigate'

const redirectOf = (input: RequestInfo | URL, init?: RequestInit): RequestRedirect =>
  init?.redirect ?? (input instanceof Request ? input.redirect : 'follow')

const signalsOf = (input: RequestInfo | URL, init?: RequestInit): readonly AbortSignal[] => {
  const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
  return signal ? [signal] : []
}

/**
 * Puts a guard before `scope.fetch`, the app's only way to the network: while the airplane switch is on, a request
 * to another host is answered as a failed one and never leaves, and one to the app's own host is led to no other.
 * When it is turned on, what is under way with another host is cut, its body too: with an `AbortError` that is not
 * of the caller's own signal. Requests are reported. It replaces the global function so that no code, a library's
 * either, can go past it by oversight.
 */
export const guardFetch = (
  scope: FetchScope,
  { airplane, asker, home, report, ownAreTold }: GuardOptions,
): void => {
  const ask = scope.fetch.bind(scope)
  const ownOrigin = new URL(home).origin
  /** Of all that is under way with other hosts; in its place comes another for what is asked later. */
  let cut = new AbortController()
  airplane.onChange((on) => {
    if (!on) return
    cut.abort()
    cut = new AbortController()
  })

  const noteAt = (url: URL) => (outcome: NetworkEntry['outcome'], bytes: Bytes | null) => {
    report({ url: url.href, host: url.host, asker, outcome, bytes, at: Date.now() })
  }

  /** Tells of an answer; of one that came from where a host has sent us, of both hosts. */
  const noteAnswer = (url: URL, from: URL, response: Response) => {
    const isTold = url.origin === ownOrigin && ownAreTold
    const isElsewhere = from.host !== url.host
    if (isElsewhere) {
      noteAt(url)('redirected', null)
      noteAt(from)('answered', statedSize(response))
    } else if (!isTold) noteAt(url)('answered', statedSize(response))
  }

  const askStranger = (input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> =>
    ask(input, { ...init, signal: AbortSignal.any([...signalsOf(input, init), cut.signal]) })

  const askOwn = async (
    input: RequestInfo | URL,
    init: RequestInit | undefined,
    isOn: boolean,
  ): Promise<Response> => {
    if (!mayBeChanged(input) || redirectOf(input, init) !== 'follow') return ask(input, init)
    if (isOn) return ask(input, { ...init, redirect: 'error' })
    const led = new AbortController()
    const response = await ask(input, {
      ...init,
      signal: AbortSignal.any([...signalsOf(input, init), led.signal]),
    })
    if (response.url === '' || new URL(response.url).origin === ownOrigin) return response
    // Led to another host: whatever comes of it is cut as that host's own is.
    const stop = () => {
      led.abort()
    }
    if (await airplane.isOn()) stop()
    cut.signal.addEventListener('abort', stop, { once: true })
    return response
  }

  scope.fetch = async (input, init) => {
    const url = addressOf(input, home)
    if (!isOfNetwork(url)) return ask(input, init)
    const isOwn = url.origin === ownOrigin
    const isOn = await airplane.isOn()
    if (isOn && !isOwn) {
      noteAt(url)('refused', null)
      return Response.error()
    }
    try {
      const response = await (isOwn ? askOwn(input, init, isOn) : askStranger(input, init))
      // What a service worker has made up has no address.
      noteAnswer(url, response.url === '' ? url : new URL(response.url), response)
      return response
    } catch (error) {
      noteAt(url)('failed', null)
      throw error
    }
  }
}
