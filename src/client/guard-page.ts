import type { NetworkEntry } from '../core/network/network-entry'
import { joinAirplaneSwitch, type AirplaneSwitch } from '../protocol/airplane-switch'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/network-channel'

/** What the page knows of the network, and the switch that stops it. */
export interface NetworkGuard {
  readonly airplane: AirplaneSwitch
  /** Tells of every request of the page, its workers and the service worker; of those so far at once. */
  onEntry(listener: (entry: NetworkEntry) => void): void
}

/** Puts the page under the airplane switch and begins its network log. Called before anything is fetched. */
export const guardPage = (): NetworkGuard => {
  const airplane = joinAirplaneSwitch()
  const channel = joinNetworkChannel()
  const early: NetworkEntry[] = []
  let tell = (entry: NetworkEntry): void => {
    early.push(entry)
  }
  const report = (entry: NetworkEntry) => {
    tell(entry)
  }
  channel.onEntry(report)
  guardFetch(window, { airplane, asker: 'page', home: document.baseURI, report })
  return {
    airplane,
    onEntry: (listener) => {
      for (const entry of early.splice(0)) listener(entry)
      tell = listener
    },
  }
}
