import { createStore } from 'zustand/vanilla'
import { type AppLink, namesModel } from '../core/site/links/app-link'
import { createLate, toPartError } from '../core/async/late'
import type { Outcome } from '../core/errors/outcome'
import type { CarriedPage } from '../platform/site/carried-page'
import type { App } from './app'
import type { AppActions } from './app-actions'
import type { ActionDeps, AppDeps } from './app-deps'
import type { AppState } from './app-state'
import { createWhenIdle } from './site/when-idle'
import { createInitialState } from './initial-state'
import { restorePage, wouldBeLost } from './site/carry-over'
import { keepPreferences } from './site/kept-preferences'
import { createLinkOpener, createLinkVisit, type OpenLink } from './links/link-visit'
import type { LinkedPage } from './links/linked-page'
import { createModelActions, type LoadModel } from './model/model-actions'
import { createNotices } from './messages/notices'
import { tellKeeping } from './messages/tell-keeping'
import { arrangeLongLists } from './pictures/arranged/arrange-long-lists'
import { createLateParts } from './pictures/late-parts'
import { createPictureActions } from './pictures/picture-actions'
import { tellWhatWasRead } from './pictures/tell-what-was-read'
import type { AddressReader } from './pictures/incoming/read-addresses'
import { createPictureQueue } from './pictures/queue/picture-queue'
import { createScoringActions } from './history/scoring-actions'
import { createWorkKeeper } from './history/work-history'
import { createSelectors } from './selectors'
import { resumeRememberedModel } from './model/remembered-model'
import { createStoredModelActions } from './model/stored-model-actions'
import { createTagActions } from './tags/tag-actions'

/** The app, with what programs need beside what the interface needs. */
export interface RunningApp {
  readonly app: App
  readonly loadModel: LoadModel
  /** Does what the page starts with. Until it is done a model may be on its way that the phase does not tell of. */
  startWith(start: () => Promise<unknown>): Promise<void>
  /**
   * Told how the airplane switch is set: a download that it cuts is put off, and offered again when it is off; a
   * link's picture is read then.
   */
  heedAirplane(on: boolean, ownOrigin: string): void
  /** Loads the model that the person chose at an earlier visit, if it is here whole. */
  resumeRememberedModel(options?: { readonly toReadTags?: boolean }): Promise<void>
  /** Opens the page as the link asks that it was opened by, all but its model. */
  readonly openLink: OpenLink
  /** Loads or offers the model of the link, or opens its classifier; resolves to whether a model is being loaded. */
  openLinkedModel(link: Outcome<AppLink>, page: LinkedPage): Promise<boolean>
  /** Puts back the pictures that this tab had before, and lists those of other visits. */
  restorePictures(): Promise<void>
  /** Goes on with what the page before this one has carried over; its model is the caller's to load. */
  restore(page: CarriedPage): void
  /** Compares stored models with their hashes while nothing else is done; `version` is the engine's. */
  recheckModels(version: string): Promise<void>
  /** Resolves when nothing is loading, encoding or being embedded. */
  whenIdle(): Promise<void>
}

/** Builds the app's state, its actions and what keeps them in step. */
export const createApp = (deps: AppDeps): RunningApp => {
  const kept = deps.preferences.read()
  const store = createStore<AppState>(() => createInitialState(kept))
  const selectors = createSelectors()
  const all: ActionDeps = { ...deps, store, selectors }
  const queue = createPictureQueue(all)
  const notices = createNotices(all)
  // Before anything else follows the state: what it says of a long list is in step then.
  const openArranger = arrangeLongLists(all, notices)
  const work = createWorkKeeper(all, queue, notices)
  const visit = createLinkVisit(all, work)
  const stored = createStoredModelActions(all, (...asked) => model.actions.chooseModel(...asked))
  const model = createModelActions(all, queue, notices, () => void stored.refreshModels())
  keepPreferences(all, work, kept)
  tellKeeping(all, notices)
  for (const task of Object.values(selectors.tasks)) task.start(all)
  const { setState } = store
  const set = (change: Partial<AppState['settings']>) => {
    setState(({ settings }) => ({ settings: { ...settings, ...change } }))
  }

  const ownTagSets = createLate(async () => {
    const [{ createTagSetActions }, kept] = await Promise.all([
      import('./tags/tag-set-actions'),
      deps.openTagSets(),
    ])
    return createTagSetActions(all, kept, notices)
  })
  const measuring = createLate(async () =>
    (await import('./model/measure-actions')).createMeasureActions(all, model.actions.chooseModel),
  )
  const live = createLate(async () => (await import('./live/create-live')).createLive({ ...all, actions }))
  const keeping = createLate(async () => {
    const [{ createPictureKeeper }, opened] = await Promise.all([
      import('./pictures/kept/keep-pictures'),
      deps.openDesk(),
    ])
    return createPictureKeeper({ ...all, ...opened, work, notices, actions, marking })
  })
  const keptPictures = createLate(async () => (await keeping.load()).actions)
  const exporting = createLate(async () =>
    (await import('./exports/create-exports')).createExports({ ...all, notices, work }),
  )
  const marking = createLate(async () => {
    const [{ createOwnClassifier }, opened] = await Promise.all([
      import('./tasks/own/create-own-classifier'),
      deps.openClassifier(),
    ])
    return createOwnClassifier({ ...all, ...opened, work, notices })
  })
  const viewing = createLate(async () =>
    (await import('./pictures/views/open-views')).openViews(all, work, openArranger, keeping),
  )
  const comparing = createLate(async () =>
    (await import('./tasks/comparison/create-comparing')).createComparing(all, await openArranger()),
  )
  // Where that fails the first mark asks for it again.
  if (deps.hasMarks()) marking.load().catch(() => undefined)
  let keeps = deps.keeping !== 'kept'
  const keepPictures = async (restores: boolean) => {
    if (keeps) return
    keeps = true
    // Without that part the page works as ever; the next picture asks for it again.
    try {
      await (await keeping.load()).begin(restores)
    } catch {
      keeps = false
    }
  }
  const takingIn = createLate(() => import('./pictures/incoming/take-in'))
  const finding = createLate(() => import('./pictures/incoming/show-finding'))
  let addressReader: AddressReader | null = null
  const reading = createLate(() => import('./pictures/incoming/read-addresses'))
  const takeAddresses: AppActions['takeAddresses'] = (addresses, landsOn) => {
    reading.load().then(
      ({ createAddressReader }) => {
        addressReader ??= createAddressReader({ ...all, notices, actions })
        void addressReader.read(addresses, landsOn)
      },
      (error: unknown) => {
        notices.showProblem(toPartError(error), () => {
          takeAddresses(addresses, landsOn)
        })
      },
    )
  }
  const modelLinks = createLate(() => import('./links/open-linked-model'))
  const modelChecks = createLate(() => import('./model/recheck-models'))
  const openLinkedModel = async (link: Outcome<AppLink>, page: LinkedPage): Promise<boolean> => {
    if (link.kind !== 'done' || !namesModel(link.value)) return false
    try {
      const { loader, actions: loading } = model
      const { openLinkedModel: open } = await modelLinks.load()
      return await open({ ...all, ...loading, loader, notices, marking, work }, link.value, page)
    } catch (error) {
      notices.showProblem(toPartError(error), () => void openLinkedModel(link, page))
      return false
    }
  }

  const actions: AppActions = {
    ...work.actions,
    ...createTagActions(all, work, takeAddresses),
    ownTagSets,
    keptPictures,
    ...createLateParts(all, openArranger),
    exporting,
    marking,
    viewing,
    comparing,
    measuring,
    live,
    ...createPictureActions(all, queue, work),
    whileReadingIn: async (read) => {
      setState(({ readingIn }) => ({ readingIn: readingIn + 1 }))
      try {
        return await read()
      } finally {
        setState(({ readingIn }) => ({ readingIn: readingIn - 1 }))
      }
    },
    startFinding: async () => (await finding.load()).showFinding({ ...all, notices }),
    takeFiles: async (files, landsOn) =>
      (await takingIn.load()).takeIn({ ...all, notices, actions, work }, files, landsOn),
    takeAddresses,
    ...model.actions,
    ...stored,
    setTheme: (theme) => {
      set({ theme })
    },
    setLanguage: (language) => {
      set({ language })
    },
    setCards: set,
    showScores: (scoresShown) => {
      if (store.getState().settings.scoresShown !== scoresShown) set({ scoresShown })
    },
    ...createScoringActions(all, work),
    ...visit.actions,
    dismissNotice: notices.dismiss,
    tell: (text, more) => void notices.show({ tone: 'info', text, action: null, ...more }),
    showProblem: notices.showProblem,
    settled: notices.settled,
  }

  tellWhatWasRead({ ...all, notices }, takingIn, actions.removePictures)

  store.subscribe(({ pictures, tags }, before) => {
    if (keeps || (tags === before.tags && pictures.at(-1)?.id === before.pictures.at(-1)?.id)) return
    if (wouldBeLost({ pictures, tags })) void keepPictures(false)
  })

  const openLink = createLinkOpener(visit.open, takeAddresses, notices)

  const whenIdle = createWhenIdle(store)

  return {
    app: { store, selectors, actions },
    openLink,
    loadModel: model.load,
    heedAirplane: (on, ownOrigin) => {
      model.heedAirplane(on, ownOrigin)
      addressReader?.heedAirplane(on)
    },
    startWith: async (start) => {
      setState({ isStarting: true })
      try {
        await start()
      } finally {
        setState({ isStarting: false })
      }
    },
    openLinkedModel,
    resumeRememberedModel: ({ toReadTags = false } = {}) =>
      resumeRememberedModel(all, model.loader, toReadTags),
    restorePictures: async () => {
      setState({ restoring: true })
      try {
        await actions.whileReadingIn(() => keepPictures(true))
      } finally {
        setState({ restoring: false })
      }
    },
    restore: (page) => {
      restorePage(all, page)
      queue.pump()
    },
    recheckModels: async (version) => {
      const listed = await deps.engine.models.list()
      // At a first visit there are none, and nothing is loaded that would compare them.
      if (listed.kind !== 'done' || listed.value.length === 0) return
      const { recheckModels } = await modelChecks.load()
      const { refreshModels } = stored
      const { chooseModel } = model.actions
      await recheckModels(
        { engine: deps.engine, notices, chooseModel, whenIdle, refreshModels },
        listed.value,
        version,
      )
    },
    whenIdle,
  }
}
