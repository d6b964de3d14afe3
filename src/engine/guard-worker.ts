import type { Asker } from '../core/site/network/network-entry'
import { joinAirplaneSwitch } from '../protocol/airplane-switch'
import { closeOtherWays, watchResources } from '../protocol/close-other-ways'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/join-channel'

/**
 * Puts this worker under the airplane switch and into the network log, and leaves it no other way out. Called before
 * anything is fetched.
 */
export const guardWorker = (asker: Asker): void => {
  const { report } = joinNetworkChannel()
  const told = { asker, home: self.location.href, report }
  guardFetch(self, { ...told, airplane: joinAirplaneSwitch('worker'), ownAreTold: true })
  watchResources(told)
  closeOtherWays(self)
}
