import { createDeferred } from '../core/async/deferred'
import { joinAirplaneSwitch } from '../protocol/airplane-switch'
import { closeOtherWays } from '../protocol/close-other-ways'
import { guardFetch } from '../protocol/guard-fetch'
import { joinNetworkChannel } from '../protocol/join-channel'

declare const self: ServiceWorkerGlobalScope

/**
 * The second fence under the airplane switch: what a page or worker asks of another host ends here, whatever asks
 * and however, and what it asks of the app's own host is led to no other. Requests of the service worker itself are
 * guarded and reported like everybody's. Called last: what is answered by then is not answered again.
 */
export const refuseStrangers = (): void => {
  const airplane = joinAirplaneSwitch('worker')
  const { report } = joinNetworkChannel()
  guardFetch(self, {
    airplane,
    asker: 'service worker',
    home: self.registration.scope,
    report,
    ownAreTold: false,
  })
  closeOtherWays(self)
  let isOff = false
  void airplane.isOn().then((on) => (isOff = !on))
  airplane.onChange((on) => (isOff = !on))
  self.addEventListener('fetch', (event) => {
    const { request } = event
    // Left alone while the switch is known to be off: a model of gigabytes need not pass through here. A navigation is
    // the person's, and is seen.
    if (isOff || request.mode === 'navigate') return
    const mayAsk = createDeferred<null>()
    try {
      event.respondWith(mayAsk.promise.then(() => fetch(request)))
    } catch {
      // A file of the app, which is answered already.
      return
    }
    mayAsk.resolve(null)
  })
}
