import type { Bytes } from '../core/brands'
import type { Asker, NetworkEntry } from '../core/network/network-entry'
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

/**
 * Puts a guard before `scope.fetch`, the app's only way to the network: while the airplane switch is on, a request
 * to another host is answered as a failed one and never leaves. Requests are reported. It replaces the global
 * function so that no code, a library's either, can go past it by oversight.
 */
export const guardFetch = (
  scope: FetchScope,
  { airplane, asker, home, report, ownAreTold }: GuardOptions,
): void => {
  const ask = scope.fetch.bind(scope)
  scope.fetch = async (input, init) => {
    const url = addressOf(input, home)
    if (!isOfNetwork(url)) return ask(input, init)
    const note = (outcome: NetworkEntry['outcome'], bytes: Bytes | null) => {
      report({ url: url.href, host: url.host, asker, outcome, bytes, at: Date.now() })
    }
    const isOwn = url.origin === new URL(home).origin
    if (!isOwn && (await airplane.isOn())) {
      note('refused', null)
      return Response.error()
    }
    try {
      const response = await ask(input, init)
      if (!isOwn || !ownAreTold) note('answered', statedSize(response))
      return response
    } catch (error) {
      note('failed', null)
      throw error
    }
  }
}
