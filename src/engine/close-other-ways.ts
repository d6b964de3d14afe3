/** Ways to a network that nothing of ours uses: `fetch` is the guarded one. */
const OTHER_WAYS = ['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport']

/**
 * Takes every way to a network but `fetch` from a worker's global scope, for good. On a host without headers a worker
 * has no security policy until the service worker serves it; so long this keeps a library from going past the
 * airplane switch and the log. It does not hold a script that means harm: that could import another.
 */
export const closeOtherWays = (scope: object): void => {
  for (const name of OTHER_WAYS)
    Object.defineProperty(scope, name, { value: undefined, writable: false, configurable: false })
}
