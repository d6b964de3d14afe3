import { joinAirplaneSwitch } from '../protocol/airplane-switch'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/network-channel'

declare const self: ServiceWorkerGlobalScope

/**
 * The second fence under the airplane switch: what a page or worker asks of another host ends here, whoever asks
 * and however. Requests of the service worker itself are guarded and reported like everybody's.
 */
export const refuseStrangers = (): void => {
  const airplane = joinAirplaneSwitch()
  const { report } = joinNetworkChannel()
  guardFetch(self, {
    airplane,
    asker: 'service worker',
    home: self.registration.scope,
    report,
    ownAreTold: false,
  })
  let isOff = false
  void airplane.isOn().then((on) => (isOff = !on))
  airplane.onChange((on) => (isOff = !on))
  self.addEventListener('fetch', (event) => {
    const isStranger = new URL(event.request.url).origin !== self.location.origin
    // Left alone while the switch is known to be off: a model of gigabytes need not pass through here.
    if (!isStranger || isOff) return
    event.respondWith(fetch(event.request))
  })
}
