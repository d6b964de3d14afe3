import type { NetworkEntry } from '../core/network/network-entry'
import { joinAirplaneSwitch, type AirplaneSwitch } from '../protocol/airplane-switch'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/network-channel'
import { watchResources } from '../protocol/watch-resources'

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
  const told = { asker: 'page', home: document.baseURI, report } as const
  guardFetch(window, { ...told, airplane, ownAreTold: true })
  watchResources(told)
  return {
    airplane,
    onEntry: (listener) => {
      for (const entry of early.splice(0)) listener(entry)
      tell = listener
    },
  }
}
