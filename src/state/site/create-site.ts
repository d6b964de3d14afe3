import { createStore } from 'zustand/vanilla'
import type { EngineClient } from '../../client/engine-client'
import type { NetworkGuard } from '../../client/guard-page'
import { createDeferred } from '../../core/async/deferred'
import { createLate, toPartError } from '../../core/async/late'
import type { AppBuild } from '../../core/site/app-build'
import type { CarriedScreen } from '../../core/site/carried-screen'
import type { DeviceFacts } from '../../core/site/diagnostics'
import { type IsolationFacts, mayIsolate } from '../../core/site/may-isolate'
import type { TaglensErrorCode } from '../../core/errors/taglens-error'
import type { findsNewerDeployment } from '../../platform/site/open-again'
import type { PageFaults } from '../../platform/site/page-faults'
import type { AllowedOrigins } from '../../platform/storage/allowed-origins'
import type { probeIsolation } from '../../platform/site/isolation-facts'
import type { InstallOffer } from '../../platform/site/install-offer'
import type { onLaunchedFiles } from '../../platform/pictures/launched-files'
import type { PageCarrier } from '../../platform/site/page-carrier'
import type { PictureInbox } from '../../platform/pictures/picture-inbox'
import type { ServiceWorkerLink } from '../../platform/site/service-worker'
import type { AppState } from '../app-state'
import { wouldBeLost } from './carry-over'
import type { RunningApp } from '../create-app'
import { createPageLeaver } from './leave-page'
import { createOriginGate, type OriginGate } from './origin-gate'
import { createSentPictures } from '../pictures/sent-pictures'
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
  readonly rememberIsolation: () => boolean
  readonly carrier: PageCarrier
  readonly readScreen: () => CarriedScreen
  /** Opens the page again; resolves only if it is still here after a while. */
  readonly openAgain: () => Promise<void>
  /** Whether a program has asked for the page's API. */
  readonly isScripted: () => boolean
  readonly allowedOrigins: AllowedOrigins
}

/** The site, and what sets it going. */
export interface RunningSite extends Site {
  /**
   * Takes in pictures that the app is opened with and asks about those that were sent, registers the service worker and
   * watches for new versions. Resolves when the engine's files are kept for offline use.
   */
  start(): Promise<void>
  /**
   * Opens the page again with threads, with all that is on it, where that is possible; else resolves, or is `null`
   * where that is known already. What is aborted stays.
   */
  isolate(signal: AbortSignal): Promise<void> | null
  /** Which other sites may use the engine. */
  readonly gate: OriginGate
}

/** Codes of every error that is on the page now. */
const errorCodes = ({ model, tagsError, pictures }: AppState): readonly TaglensErrorCode[] => [
  ...(model.kind === 'failed' ? [model.error.code] : []),
  ...(tagsError ? [tagsError.code] : []),
  ...pictures.flatMap(({ phase }) => (phase.kind === 'failed' ? [phase.error.code] : [])),
]

/** More than a few seconds of copying to the disk and back: such a page goes on without threads. */
const MOST_CARRIED = 256e6

/** A person who wants a model waits so long at most, in milliseconds, for the service worker of a first visit. */
const OFFERED_WITHIN = 5000

const bytesOf = ({ pictures }: AppState): number => pictures.reduce((sum, { file }) => sum + file.size, 0)

/** More than anybody reads; a model is ten requests, a folder of addresses a few hundred. */
const LOG_LENGTH = 1000

/** Whether a model is in memory alone, which a page that is left takes with it. */
const holdsModel = ({ storedModels }: AppState): boolean =>
  'models' in storedModels && storedModels.models.some(({ kept }) => kept === false)

/** Builds what concerns the app as an installed site. */
export const createSite = (deps: SiteDeps): RunningSite => {
  const { running, inbox } = deps
  const { app } = running
  const store = createStore<SiteState>(() => ({
    update: { kind: 'none' },
    canInstall: false,
    airplane: false,
    network: [],
    sent: { kind: 'none' },
    askingOrigin: null,
    allowedOrigins: deps.allowedOrigins.read(),
  }))
  const origins = createOriginGate(store, deps.allowedOrigins)
  const report = createLate(() => import('../../core/site/diagnostics'))
  const sent = createSentPictures(store, app.actions.addPictures)
  const setUpdate = (kind: SiteState['update']['kind']) => {
    store.setState({ update: { kind } })
  }
  const registered = createDeferred<ServiceWorkerLink | null>()
  let link: ServiceWorkerLink | null = null
  /** A new deployment takes the files of the old one away, so what is missing now may be part of the new version. */
  const lookForUpdate = async () => {
    await link?.lookForUpdate()
    if (store.getState().update.kind === 'none' && (await deps.findsNewerDeployment())) setUpdate('ready')
  }
  let looking: Promise<void> | null = null
  /** A part comes in several files, which are missed one by one. */
  const lookOnce = () => {
    looking ??= lookForUpdate().finally(() => {
      looking = null
    })
  }

  const { getState } = app.store
  const toIsolate = createPageLeaver({ ...deps, app }, 'kept')
  const toUpdate = createPageLeaver({ ...deps, app }, 'left')

  /** What is known of a page with this service worker; of one that is to come, the best. */
  const isolationFacts = (worker: Pick<IsolationFacts, 'offered' | 'bypassed'>): IsolationFacts => ({
    ...worker,
    ...deps.probeIsolation(),
    scripted: deps.isScripted(),
    transferring:
      // Pictures that were sent are no one's yet, and end with the page.
      store.getState().sent.kind !== 'none' ||
      getState().modelTransfer.kind === 'importing' ||
      getState().modelTransfer.kind === 'exporting',
    heavy: bytesOf(getState()) > MOST_CARRIED,
  })

  const isOffered = async () => {
    const worker = await registered.promise
    return { bypassed: worker?.bypassed ?? false, offered: (await worker?.isolates()) ?? false }
  }

  const isolate = async (signal: AbortSignal): Promise<void> => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, OFFERED_WITHIN, null))
    const worker = await Promise.race([isOffered(), late])
    // Asked once more: a program may have come meanwhile. A model that is in memory alone would be lost.
    if (
      worker === null ||
      holdsModel(getState()) ||
      !mayIsolate(isolationFacts(worker)) ||
      !(await toIsolate.carry())
    )
      return
    if (signal.aborted || !deps.rememberIsolation()) await toIsolate.stay()
    else await toIsolate.go()
  }

  return {
    store,
    build: deps.build,
    gate: origins.gate,
    actions: {
      ...origins.actions,
      ...sent.actions,
      applyUpdate: async () => {
        setUpdate('applying')
        if (!(await toUpdate.carry()) && wouldBeLost(getState())) {
          setUpdate('no-room')
          return
        }
        // Without a service worker the host's newest version comes with the next load.
        if (!link || (await link.takeOver())) {
          await toUpdate.go()
          setUpdate('ready')
          return
        }
        // The new version was withdrawn: what was to be carried over stays here.
        await toUpdate.stay()
        setUpdate('none')
      },
      putOffUpdate: () => {
        setUpdate('none')
      },
      install: () => {
        void deps.installOffer.take()
      },
      setAirplane: deps.network.airplane.set,
      reportFault: (error) => {
        deps.faults.note(error)
      },
      diagnose: async () => {
        const [{ formatDiagnostics }, device] = await Promise.all([report.load(), deps.probeDevice()])
        const state = app.store.getState()
        return formatDiagnostics({
          build: deps.build,
          device,
          model: deps.engine.model(),
          measurement: state.measuring.kind === 'done' ? state.measuring.measurement : null,
          workersReplaced: deps.engine.stats().workersReplaced,
          pictures: state.pictures.length,
          errors: errorCodes(state),
          faults: deps.faults.read(),
        })
      },
    },
    isolate: (signal) =>
      mayIsolate(isolationFacts({ offered: true, bypassed: false })) ? isolate(signal) : null,
    start: async () => {
      const setAirplane = (airplane: boolean) => {
        store.setState({ airplane })
        running.heedAirplane(airplane, deps.network.ownOrigin)
      }
      deps.faults.onPartMissing(lookOnce)
      deps.network.airplane.onChange(setAirplane)
      void deps.network.airplane.isOn().then(setAirplane)
      deps.network.onEntry((entry) => {
        store.setState(({ network }) => ({ network: [...network, entry].slice(-LOG_LENGTH) }))
      })
      deps.onLaunchedFiles((files) => {
        const take = () => {
          app.actions.takeFiles(files, 'pictures').catch((error: unknown) => {
            app.actions.showProblem(toPartError(error), take)
          })
        }
        take()
      })
      deps.installOffer.onChange((canInstall) => {
        store.setState({ canInstall })
      })
      sent.ask(await inbox.take())
      for (const { pictures, tags } of await deps.carrier.takeLeftBehind()) {
        app.actions.addPictures(
          pictures
            .filter(({ isSample }) => !isSample)
            .map(({ file, name }) => new File([file], name, { type: file.type })),
        )
        app.actions.addPictureFileTags(
          tags.flatMap(({ picture, text }) =>
            picture ? [new File([picture], text, { type: picture.type })] : [],
          ),
        )
      }
      const worker = await deps.registerServiceWorker()
      registered.resolve(worker)
      if (!worker) return
      link = worker
      worker.onUpdate(() => {
        setUpdate('ready')
      })
      await running.whenIdle()
      await worker.keepEngine()
    },
  }
}
