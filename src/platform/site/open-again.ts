import { serviceWorkers } from '../device/secure-parts'

/** A navigation to a page that the service worker has at hand takes far less, in milliseconds. */
const GONE_WITHIN = 10_000

/**
 * Opens this page again at its own address, in place of itself. Resolves only if it is still here after a while:
 * the navigation is ended then.
 */
export const openAgain = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      window.stop()
      resolve()
    }, GONE_WITHIN)
    // Not a reload where it can be helped: browsers carry the picture of the old page into the new one
    // (`@view-transition`) over a navigation only. To an address with a fragment that would be a jump in the page, and
    // without a service worker it could bring an old page out of the browser's cache.
    const served = serviceWorkers()?.controller
    if (served && location.hash === '') location.replace(location.href)
    else location.reload()
  })
