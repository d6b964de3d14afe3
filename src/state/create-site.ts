import { createStore } from 'zustand/vanilla'
import type { EngineClient } from '../client/engine-client'
import type { NetworkGuard } from '../client/guard-page'
import { createLate, PartNotLoaded } from '../core/late'
import type { AppBuild } from '../core/site/app-build'
import type { DeviceFacts } from '../core/site/diagnostics'
import { shouldReloadForIsolation, type IsolationFacts } from '../core/site/should-reload-for-isolation'
import type { TaglensErrorCode } from '../core/taglens-error'
import type { findsNewerDeployment } from '../platform/newer-deployment'
import type { PageFaults } from '../platform/page-faults'
import type { AllowedOrigins } from '../platform/allowed-origins'
import type { probeIsolation } from '../platform/isolation-facts'
import type { InstallOffer } from '../platform/install-offer'
import type { onLaunchedFiles } from '../platform/launched-files'
import type { PictureInbox } from '../platform/picture-inbox'
import type { ServiceWorkerLink } from '../platform/service-worker'
import type { AppState } from './app-state'
import type { RunningApp } from './create-app'
import { createOriginGate, type OriginGate } from './origin-gate'
import type { Site, SiteState } from './site'

/** What the site is built from. */
export interface SiteDeps {
  readonly running: RunningApp
  readonly engine: Pick<EngineClient, 'model' | 'stats'>
  readonly probeDevice: () => Promise<DeviceFacts>
  readonly build: AppBuild
  readonly faults: PageFaults
  readonly findsNewerDeployment: typeof findsNewerDeployment
  readonly registerServiceWorker: () => Promise<ServiceWorkerLink | null>
  readonly inbox: PictureInbox
  readonly installOffer: InstallOffer
  readonly network: NetworkGuard
  readonly onLaunchedFiles: typeof onLaunchedFiles
  readonly probeIsolation: typeof probeIsolation
  readonly reloadForIsolation: () => void
  readonly reload: () => void
  /** Whether the person has done anything on the page. */
  readonly isTouched: () => boolean
  /** Whether a program has asked for the page's API. */
  readonly isScripted: () => boolean
  readonly allowedOrigins: AllowedOrigins
}

/** The site, and what sets it going. */
export interface RunningSite extends Site {
  /**
   * Takes in pictures that wait or that the app is opened with, registers the service worker, reloads once for isolation where that costs
   * nobody anything, and watches for new versions. Resolves when the engine's files are kept for offline use.
   */
  start(): Promise<void>
  /** Which other sites may use the engine. */
  readonly gate: OriginGate
}

/** Codes of every error that is on the page now. */
const errorCodes = ({ model, tagsError, pictures }: AppState): readonly TaglensErrorCode[] => [
  ...(model.kind === 'failed' ? [model.error.code] : []),
  ...(tagsError ? [tagsError.code] : []),
  ...pictures.flatMap(({ phase }) => (phase.kind === 'failed' ? [phase.error.code] : [])),
]

/** Whether a reload would take anything away that the person brought. */
const hasWork = ({ pictures, history, tagPreview }: AppState): boolean =>
  pictures.some(({ isSample }) => !isSample) ||
  history.past.length > 0 ||
  history.future.length > 0 ||
  tagPreview !== null

/** More than anybody reads; a model is ten requests, a folder of addresses a few hundred. */
const LOG_LENGTH = 1000

/** Builds what concerns the app as an installed site. */
export const createSite = (deps: SiteDeps): RunningSite => {
  const { running, inbox } = deps
  const { app } = running
  const store = createStore<SiteState>(() => ({
    update: { kind: 'none' },
    canInstall: false,
    airplane: false,
    network: [],
    askingOrigin: null,
    allowedOrigins: deps.allowedOrigins.read(),
  }))
  const origins = createOriginGate(store, deps.allowedOrigins)
  const report = createLate(() => import('../core/site/diagnostics'))
  const setUpdate = (kind: SiteState['update']['kind']) => {
    store.setState({ update: { kind } })
  }
  let link: ServiceWorkerLink | null = null
  /** A new deployment takes the files of the old one away, so what is missing now may be part of the new version. */
  const lookForUpdate = async () => {
    await link?.lookForUpdate()
    if (store.getState().update.kind === 'none' && (await deps.findsNewerDeployment())) setUpdate('ready')
  }

  const isolationFacts = async (worker: ServiceWorkerLink): Promise<IsolationFacts> => ({
    offered: await worker.isolates(),
    bypassed: worker.bypassed,
    // Asked last: the person may have begun while the service worker was installed.
    ...deps.probeIsolation(),
    touched: deps.isTouched(),
    scripted: deps.isScripted(),
    hasWork: hasWork(app.store.getState()),
  })

  return {
    store,
    build: deps.build,
    gate: origins.gate,
    actions: {
      ...origins.actions,
      applyUpdate: async () => {
        setUpdate('applying')
        const own = app.store.getState().pictures.filter(({ isSample }) => !isSample)
        if (own.length > 0 && !(await inbox.put(own))) {
          setUpdate('no-room')
          return
        }
        // Without a service worker the host's newest version comes with the next load.
        if (!link || (await link.takeOver())) {
          deps.reload()
          return
        }
        // The new version was withdrawn: what was to be carried over stays here.
        await inbox.take()
        setUpdate('none')
      },
      putOffUpdate: () => {
        setUpdate('none')
      },
      install: () => {
        void deps.installOffer.take()
      },
      setAirplane: (on) => {
        void deps.network.airplane.set(on)
      },
      reportFault: (error) => {
        deps.faults.note(error)
        if (error instanceof PartNotLoaded) void lookForUpdate()
      },
      diagnose: async () => {
        const [{ formatDiagnostics }, device] = await Promise.all([report.load(), deps.probeDevice()])
        const state = app.store.getState()
        return formatDiagnostics({
          build: deps.build,
          device,
          model: deps.engine.model(),
          workersReplaced: deps.engine.stats().workersReplaced,
          pictures: state.pictures.length,
          errors: errorCodes(state),
          faults: deps.faults.read(),
        })
      },
    },
    start: async () => {
      const setAirplane = (airplane: boolean) => {
        store.setState({ airplane })
        running.heedAirplane(airplane, deps.network.ownOrigin)
      }
      deps.network.airplane.onChange(setAirplane)
      void deps.network.airplane.isOn().then(setAirplane)
      deps.network.onEntry((entry) => {
        store.setState(({ network }) => ({ network: [...network, entry].slice(-LOG_LENGTH) }))
      })
      deps.onLaunchedFiles(app.actions.addPictures)
      deps.installOffer.onChange((canInstall) => {
        store.setState({ canInstall })
      })
      app.actions.addPictures(await inbox.take())
      const worker = await deps.registerServiceWorker()
      if (!worker) return
      link = worker
      worker.onUpdate(() => {
        setUpdate('ready')
      })
      if (shouldReloadForIsolation(await isolationFacts(worker))) {
        deps.reloadForIsolation()
        return
      }
      await running.whenIdle()
      await worker.keepEngine()
    },
  }
}
