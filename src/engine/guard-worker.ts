import type { Asker } from '../core/network/network-entry'
import { joinAirplaneSwitch } from '../protocol/airplane-switch'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/network-channel'

/** Puts this worker under the airplane switch and into the network log. Called before anything is fetched. */
export const guardWorker = (asker: Asker): void => {
  guardFetch(self, {
    airplane: joinAirplaneSwitch(),
    asker,
    home: self.location.href,
    report: joinNetworkChannel().report,
  })
}
