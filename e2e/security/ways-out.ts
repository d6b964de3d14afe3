/**
 * Tries every way to a network that is not the guarded `fetch`, in a page or a worker.
 * @returns those that were open: whether `elsewhere` was asked, it knows itself.
 */
export const tryWaysOut = async (elsewhere: string): Promise<readonly string[]> => {
  const stranger = `${elsewhere}/?way-out`
  const ways: Readonly<Record<string, () => unknown>> = {
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest()
      request.open('GET', stranger)
      request.send()
    },
    WebSocket: () => new WebSocket(stranger.replace('http', 'ws')),
    EventSource: () => new EventSource(stranger),
    WebTransport: () => new WebTransport(stranger.replace('http:', 'https:')),
    sendBeacon: () => navigator.sendBeacon(stranger),
    RTCPeerConnection: () => new RTCPeerConnection({ iceServers: [{ urls: 'stun:elsewhere.example' }] }),
    'Cache.add': async () => (await caches.open('planted')).add(stranger),
    'Cache.addAll': async () => (await caches.open('planted')).addAll([stranger]),
    importScripts: () => {
      ;(globalThis as unknown as { importScripts(address: string): void }).importScripts(stranger)
    },
  }
  const open: string[] = []
  for (const [name, run] of Object.entries(ways)) {
    try {
      await run()
      open.push(name)
    } catch {
      // Closed, or never there.
    }
  }
  return open
}
