import { createFakeEngine } from './fake-engine'
import type { NetworkGuard } from '../../client/guard-page'
import type { CarriedScreen } from '../../core/site/carried-screen'
import type { PageCarrier } from '../../platform/site/page-carrier'
import type { RunningApp } from '../../state/create-app'
import { createSite, type RunningSite, type SiteDeps } from '../../state/site/create-site'

/** A network on which nothing is ever asked. */
export const silentNetwork: NetworkGuard = {
  ownOrigin: 'https://app.example',
  airplane: { isOn: () => Promise.resolve(false), set: () => Promise.resolve(), onChange: () => undefined },
  onEntry: () => undefined,
}

/** A carrier with room, which nothing has been put into. */
export const emptyCarrier: PageCarrier = {
  put: () => Promise.resolve(true),
  take: () => Promise.resolve(null),
  takeLeftBehind: () => Promise.resolve([]),
  discard: () => Promise.resolve(),
}

/** A screen with nothing open. */
export const emptyScreen: CarriedScreen = {
  large: false,
  phoneShows: 'picture',
  frameShown: true,
  modelView: false,
  dialog: null,
  choosingTask: null,
  tagDraft: '',
}

/** Nothing that a report could say. */
export const unknownDevice = (): Pick<SiteDeps, 'engine' | 'build' | 'faults' | 'probeDevice'> => ({
  engine: createFakeEngine(),
  build: { version: '0.0.0', commit: '0123456789', date: '2026-01-31', onnxRuntime: '1.0.0' },
  faults: { note: () => undefined, read: () => [], onPartMissing: () => undefined },
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
    inbox: { take: () => Promise.resolve({ files: [], leftOut: 0 }) },
    installOffer: { onChange: () => undefined, take: () => Promise.resolve() },
    network: silentNetwork,
    onLaunchedFiles: () => undefined,
    probeIsolation: () => ({ isolated: true, triedBefore: false, held: false, cores: 2 }),
    rememberIsolation: () => true,
    carrier: emptyCarrier,
    readScreen: () => emptyScreen,
    openAgain: () => {
      reloads += 1
      return Promise.resolve()
    },
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
