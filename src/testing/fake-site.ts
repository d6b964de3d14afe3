import type { RunningApp } from '../state/create-app'
import { createSite, type RunningSite } from '../state/create-site'

/** The real site over a service worker that does as it is told, for component tests and for looking at screens. */
export const createFakeSite = (running: RunningApp) => {
  let announce: () => void = () => undefined
  let reloads = 0
  const site: RunningSite = createSite({
    running,
    registerServiceWorker: () =>
      Promise.resolve({
        bypassed: false,
        isolates: () => Promise.resolve(false),
        onUpdate: (listener) => (announce = listener),
        takeOver: () => Promise.resolve(true),
        keepEngine: () => Promise.resolve(),
      }),
    inbox: { take: () => Promise.resolve([]), put: () => Promise.resolve(true) },
    installOffer: { onChange: () => undefined, take: () => Promise.resolve() },
    onLaunchedFiles: () => undefined,
    probeIsolation: () => ({ isolated: true, triedBefore: false, framed: false, cores: 2 }),
    reloadForIsolation: () => (reloads += 1),
    reload: () => (reloads += 1),
    isTouched: () => false,
    isScripted: () => false,
  })
  return {
    site,
    /** Lets a new version arrive; `site.start()` has to be over. */
    announceUpdate: () => {
      announce()
    },
    reloads: () => reloads,
  }
}
