import { isNetworkEntry, type NetworkEntry } from '../core/network/network-entry'

/** Word of requests, from whoever asks to whoever shows them. */
export interface NetworkChannel {
  report(entry: NetworkEntry): void
  /** Tells of requests from other places; one's own are not heard. */
  onEntry(listener: (entry: NetworkEntry) => void): void
}

/** Joins the channel of the app. */
export const joinNetworkChannel = (): NetworkChannel => {
  const channel = new BroadcastChannel('taglens-network')
  return {
    report: (entry) => {
      channel.postMessage(entry)
    },
    onEntry: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isNetworkEntry(data)) listener(data)
      }
    },
  }
}
