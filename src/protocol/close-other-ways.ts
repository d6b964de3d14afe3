import type { Asker, NetworkEntry } from '../core/site/network/network-entry'
import { type ResourceFacts, resourceToEntry } from '../core/site/network/resource-entry'

interface WatchOptions {
  readonly asker: Asker
  /** The app's own address. */
  readonly home: string
  readonly report: (entry: NetworkEntry) => void
}

/**
 * Reports every file that this page or worker loads and has loaded: itself, scripts, styles, pictures, fonts,
 * workers' scripts and what is fetched of the app's own. With {@link guardFetch}, nothing is told twice.
 */
export const watchResources = ({ asker, home, report }: WatchOptions): void => {
  // A browser without it has a shorter log.
  if (typeof PerformanceObserver === 'undefined') return
  const began = performance.timeOrigin
  const observer = new PerformanceObserver((list) => {
    for (const timing of list.getEntries()) {
      const url = new URL(timing.name, home)
      // `data:` and `blob:` lie in memory.
      if (!url.protocol.startsWith('http')) continue
      const place = { url: url.href, host: url.host, isOwn: url.origin === new URL(home).origin }
      // Entries of the two types below, by their specification.
      const entry = resourceToEntry(timing as PerformanceEntry & ResourceFacts, { ...place, asker, began })
      if (entry) report(entry)
    }
  })
  // The page itself is told once it is loaded, which is after this; from the buffer Chromium gives it twice.
  if (PerformanceObserver.supportedEntryTypes.includes('navigation')) observer.observe({ type: 'navigation' })
  observer.observe({ type: 'resource', buffered: true })
}

/** Ways to a network that nothing of ours uses: `fetch` is the guarded one. */
const OTHER_WAYS = [
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'fetchLater',
]

/** The same as methods, by the prototype that has them. `Cache` fetches by itself, past whatever stands before `fetch`. */
const OTHER_METHODS = { Navigator: ['sendBeacon'], Cache: ['add', 'addAll'] } as const

const close = (holder: object, name: string): void => {
  Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false })
}

/**
 * Takes every way to a network but `fetch` from a page's or worker's global scope, for good: no policy tells a
 * request to a model's host from one to another. It keeps a library from going past the airplane switch and the log by
 * oversight. It does not hold a script that means harm, which could take these from a frame of its own or import
 * another: that no such script runs is the policy's work.
 */
export const closeOtherWays = (scope: object): void => {
  for (const name of OTHER_WAYS) close(scope, name)
  for (const [holder, names] of Object.entries(OTHER_METHODS)) {
    const { prototype } = (Reflect.get(scope, holder) ?? {}) as { readonly prototype?: object }
    if (prototype) for (const name of names) close(prototype, name)
  }
}
