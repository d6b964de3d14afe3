import { isNetworkEntry, type NetworkEntry } from '../core/site/network/network-entry'

/** Word to every other place of the app on this origin. */
export interface Channel {
  post(message: unknown): void
  /** One listener; it does not hear what is posted here. */
  listen(listener: (message: unknown) => void): void
}

/**
 * Joins a channel by name. Firefox refuses channels together with all storage; then nothing is heard, and other tabs
 * are as good as not there.
 */
export const joinChannel = (name: string): Channel => {
  try {
    const channel = new BroadcastChannel(name)
    return {
      post: (message) => {
        channel.postMessage(message)
      },
      listen: (listener) => {
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          listener(data)
        }
      },
    }
  } catch {
    return { post: () => undefined, listen: () => undefined }
  }
}

/** Word of requests, from the worker that asks to the page that shows them. */
export interface NetworkChannel {
  report(entry: NetworkEntry): void
  /** Tells of requests from other places; one's own are not heard. */
  onEntry(listener: (entry: NetworkEntry) => void): void
}

/** Joins the channel of the app. */
export const joinNetworkChannel = (): NetworkChannel => {
  const channel = joinChannel('taglens-network')
  return {
    report: channel.post,
    onEntry: (listener) => {
      channel.listen((message) => {
        if (isNetworkEntry(message)) listener(message)
      })
    },
  }
}
