import { isNetworkEntry, type NetworkEntry } from '../core/site/network/network-entry'
import { joinChannel } from './join-channel'

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
