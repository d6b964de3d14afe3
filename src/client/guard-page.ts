import type { NetworkEntry } from '../core/site/network/network-entry'
import { type AirplaneSwitch, joinAirplaneSwitch } from '../protocol/airplane-switch'
import { closeOtherWays, watchResources } from '../protocol/close-other-ways'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/join-channel'

/** What the page knows of the network, and the switch that stops it. */
export interface NetworkGuard {
  readonly airplane: AirplaneSwitch
  /** Of the app: everything else is another host. */
  readonly ownOrigin: string
  /** Tells of every request of the page, its workers and the service worker; of those so far at once. */
  onEntry(listener: (entry: NetworkEntry) => void): void
}

/**
 * Puts the page under the airplane switch, begins its network log and leaves it no other way out. Called before anything
 * is fetched.
 */
export const guardPage = (): NetworkGuard => {
  const airplane = joinAirplaneSwitch('page')
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
  closeOtherWays(window)
  return {
    airplane,
    ownOrigin: location.origin,
    onEntry: (listener) => {
      for (const entry of early.splice(0)) listener(entry)
      tell = listener
    },
  }
}
