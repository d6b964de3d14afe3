/**
 * Lets whatever waits be done, messages above all, and goes on. A message to itself, since a timer waits for four
 * milliseconds in a loop, and for a second on a page in the background.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
