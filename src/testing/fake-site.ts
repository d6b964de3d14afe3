import { createFakeEngine } from './fake-engine'
import type { NetworkGuard } from '../client/guard-page'
import type { RunningApp } from '../state/create-app'
import { createSite, type RunningSite, type SiteDeps } from '../state/create-site'

/** A network on which nothing is ever asked. */
export const silentNetwork: NetworkGuard = {
  ownOrigin: 'https://app.example',
  airplane: { isOn: () => Promise.resolve(false), set: () => Promise.resolve(), onChange: () => undefined },
  onEntry: () => undefined,
}

/** Nothing that a report could say. */
export const unknownDevice = (): Pick<SiteDeps, 'engine' | 'build' | 'faults' | 'probeDevice'> => ({
  engine: createFakeEngine(),
  build: { version: '0.0.0', commit: '0123456789', date: '2026-01-31', onnxRuntime: '1.0.0' },
  faults: { note: () => undefined, read: () => [] },
  probeDevice: () => Promise.reject(new Error('No test asks for a report.')),
})

/** The real site over a service worker that does as it is told, for component tests and for looking at screens. */
export const createFakeSite = (running: RunningApp) => {
  let announce: () => void = () => undefined
  let reloads = 0
  const site: RunningSite = createSite({
    running,
    ...unknownDevice(),
    registerServiceWorker: () =>
      Promise.resolve({
        bypassed: false,
        isolates: () => Promise.resolve(false),
        onUpdate: (listener) => (announce = listener),
        lookForUpdate: () => Promise.resolve(),
        takeOver: () => Promise.resolve(true),
        keepEngine: () => Promise.resolve(),
      }),
    findsNewerDeployment: () => Promise.resolve(false),
    inbox: { take: () => Promise.resolve([]), put: () => Promise.resolve(true) },
    installOffer: { onChange: () => undefined, take: () => Promise.resolve() },
    network: silentNetwork,
    onLaunchedFiles: () => undefined,
    probeIsolation: () => ({ isolated: true, triedBefore: false, framed: false, cores: 2 }),
    reloadForIsolation: () => (reloads += 1),
    reload: () => (reloads += 1),
    isTouched: () => false,
    isScripted: () => false,
    allowedOrigins: { read: () => [], write: () => undefined },
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
