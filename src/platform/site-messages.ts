/** A message from another window. */
export interface SiteMessage {
  /** Of the window that sent it, as the browser says. */
  readonly origin: string
  readonly data: unknown
  /** Answers that window, as long as it is of that origin. */
  reply(answer: object): void
}

/**
 * Listens to messages of other windows: the page that this one is framed by, above all. Windows without an origin
 * (`file:`, sandboxed frames) are passed over, since no answer could be held to them.
 */
export const onSiteMessage = (listener: (message: SiteMessage) => void): void => {
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source === null || source === window || !/^https?:/.test(origin)) return
    listener({
      origin,
      data,
      reply: (answer) => {
        source.postMessage(answer, { targetOrigin: origin })
      },
    })
  })
}
