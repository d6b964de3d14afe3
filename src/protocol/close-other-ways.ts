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
