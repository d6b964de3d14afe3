import { createTaglensApi } from './api/create-taglens-api'
import { serveHostedRequests } from './api/hosted/serve-hosted-requests'
import { serveMessages } from './api/serve-messages'
import type { TaglensApi } from './api/taglens-api'
import { createEngineClient } from './client/create-engine-client'
import { createModelStore } from './client/models/create-model-store'
import { guardPage } from './client/guard-page'
import { relayHostedAborts } from './api/hosted/relay-hosted-aborts'
import {
  spawnClassifierWorker,
  spawnColumnsWorker,
  spawnDeskWorker,
  spawnInferenceWorker,
  spawnPixelWorker,
  spawnStoreWorker,
} from './client/workers/spawn-worker'
import { createLate, obtainPart } from './core/async/late'
import { type AppBuild, engineVersion } from './core/site/app-build'
import { bringsTags, parseAppLink } from './core/site/links/app-link'
import type { Milliseconds } from './core/brands'
import { chooseLanguage } from './core/preferences/language'
import type { ModelChoice } from './core/model/model-choice'
import { MAX_WORKERS } from './core/runtime/choose-workers'
import { clipboardReader, copyImage, copyText, filesFromPaste } from './platform/clipboard'
import { hasKeptMarks, wasHere } from './platform/storage/earlier-visits'
import { createAllowedOrigins } from './platform/storage/allowed-origins'
import { describeDrag, filesFromDrop } from './platform/pictures/dropped-files'
import type { FolderReading } from './platform/pictures/folders/walk-folder'
import { fetchSamples } from './platform/pictures/fetch-samples'
import { watchInstallOffer } from './platform/site/install-offer'
import { probeIsolation, rememberIsolation } from './platform/site/isolation-facts'
import { findsNewerDeployment, holdOldPage, openAgain } from './platform/site/open-again'
import { onLaunchedFiles } from './platform/pictures/launched-files'
import { watchPageFaults } from './platform/site/page-faults'
import { offerApi } from './platform/offer-api'
import {
  cameraPicker,
  folderPickers,
  pickArchive,
  pickFiles,
  pickModelFiles,
} from './platform/pictures/picked-files'
import { createDemotionMemory, createGoldenStore } from './platform/storage/kept-checks'
import { saveFile } from './platform/save-file'
import { createPreferenceStore } from './platform/storage/preferences'
import { probeCapabilities, probeDevice } from './platform/device/probe-capabilities'
import { onSiteMessage } from './platform/site-messages'
import { createSiteStorage } from './platform/storage/storage'
import { createPageCarrier } from './platform/site/page-carrier'
import { createPictureInbox } from './platform/pictures/picture-inbox'
import {
  createIds,
  localStore,
  probeKeeping,
  serviceWorkers,
  sessionStore,
  storageManager,
} from './platform/device/secure-parts'
import { registerServiceWorker } from './platform/site/service-worker'
import { trustOwnScripts } from './platform/trusted-scripts'
import type { AppDeps } from './state/app-deps'
import type { WorkStep } from './state/app-state'
import { createApp } from './state/create-app'
import { createSite } from './state/site/create-site'
import { applyTheme, renderApp } from './ui/render-app'
import { createScreenStore, readScreen, restoreScreen } from './ui/context/screen-state'
import { createWords } from './words/create-words'

declare global {
  interface Window {
    /** The page's engine for people who automate; typed in `api/taglens-api.ts`. */
    taglens?: TaglensApi
    /**
     * Put here by the browser of the tests before the page's own code: faults can be made on demand, a software
     * adapter is accepted, waits are short, and models run on so many workers. No address can set it, and no
     * page of another origin.
     */
    taglensTesting?: { readonly workers: number }
  }
}

/** Put in by `vite.config.ts`. */
declare const TAGLENS_BUILD: AppBuild

const seconds = (count: number) => (count * 1000) as Milliseconds

const parameters = new URLSearchParams(location.search)
const testing = window.taglensTesting

/** The folder that the app is served from. */
const base = new URL('./', document.baseURI).href
trustOwnScripts(base)
const faults = watchPageFaults(window)
const network = guardPage()
const workers = serviceWorkers()
relayHostedAborts(window, base, workers)

/** The built-in model, which the app starts with; `?model=none` starts with nothing at all. */
const MINI: ModelChoice = {
  source: { kind: 'app', baseUrl: new URL('models/mini', base).href },
  dtype: 'fp32',
  device: 'wasm',
}

const engine = createEngineClient({
  spawnPixelWorker,
  spawnInferenceWorker,
  models: createModelStore(spawnStoreWorker, { silence: seconds(60), answer: seconds(120) }),
  probeCapabilities,
  preferredDevice: 'auto',
  goldens: createGoldenStore(localStore),
  publishedGoldens: new URL('models/goldens.json', base).href,
  demotions: createDemotionMemory(localStore),
  engineVersion: engineVersion(TAGLENS_BUILD),
  mostWorkers: testing?.workers ?? MAX_WORKERS,
  allowFallbackAdapter: testing !== undefined,
  deadlines: testing
    ? { picture: seconds(8), run: seconds(6), load: seconds(60) }
    : { picture: seconds(8), run: seconds(20), load: seconds(120) },
})

const words = createWords()
const now = () => performance.now()
const folders: FolderReading = {
  book: new WeakMap(),
  openWalker: async () => (await desk.load()).desk,
  startFinding: () => running.app.actions.startFinding(),
}

const fetching = createLate(() => import('./platform/pictures/fetch-picture'))
const fetchPicture: AppDeps['fetchPicture'] = async (address, signal) => {
  const part = await obtainPart(fetching)
  return part.kind === 'done' ? part.value.fetchPicture(address, signal) : part
}
const archives = createLate(() => import('./platform/pictures/read-archive'))

const openClassifier = async () => {
  const [{ createClassifier }, { createMarkMemory }] = await Promise.all([
    import('./client/classifier/create-classifier'),
    import('./platform/storage/create-mark-memory'),
  ])
  return { classifier: createClassifier(spawnClassifierWorker), memory: createMarkMemory(localStore) }
}
const desk = createLate(async () => {
  const [{ createDesk }, { openKept }] = await Promise.all([
    import('./client/desk/create-desk'),
    import('./platform/storage/open-kept'),
  ])
  return { desk: createDesk(spawnDeskWorker), ...openKept<WorkStep>(sessionStore), book: folders.book }
})

const running = createApp({
  engine,
  preferences: createPreferenceStore(localStore),
  openTagSets: async () => (await import('./platform/storage/tag-set-store')).createTagSetStore(localStore),
  openDesk: () => desk.load(),
  openColumns: async () =>
    (await import('./client/columns/create-columns')).createColumns(spawnColumnsWorker),
  openWordVectors: async () => (await import('./platform/storage/word-vectors')).openWordVectors(),
  openClassifier,
  hasMarks: () => hasKeptMarks(localStore),
  builtIn: MINI,
  storage: createSiteStorage(storageManager()),
  keeping: probeKeeping(),
  probeGpu: async () => (await probeCapabilities(true)).gpu,
  isolateFirst: (signal) => site.isolate(signal),
  newId: createIds(),
  words: words.now,
  wordsWith: words.with,
  fetchPicture,
  openArchive: async (archive) => (await archives.load()).readArchive(archive),
  now,
})

const api = createTaglensApi({
  running,
  engine,
  fetchPicture,
  newId: createIds(),
  // Of words of its own, which never change their language.
  english: createWords().now(),
  openClassifier,
  faults: testing ? engine.faults : null,
})
const isScripted = offerApi('taglens', api)
const isAskedAsHost = serveHostedRequests({ container: workers, engine, running, api, app: base, now })

const carrier = createPageCarrier(base, sessionStore)
const screen = createScreenStore(parameters.get('mode') === 'vit' ? 'imagenet' : parameters.get('open'))

const site = createSite({
  running,
  engine,
  probeDevice,
  build: TAGLENS_BUILD,
  faults,
  findsNewerDeployment,
  // In development every file is asked for again.
  registerServiceWorker: import.meta.env.PROD ? registerServiceWorker : () => Promise.resolve(null),
  inbox: createPictureInbox(base),
  installOffer: watchInstallOffer(),
  network,
  onLaunchedFiles,
  probeIsolation,
  rememberIsolation,
  carrier,
  readScreen: () => readScreen(screen),
  openAgain,
  isScripted: () => isScripted() || isAskedAsHost(),
  allowedOrigins: createAllowedOrigins(localStore),
})
serveMessages({ api, engine, running, gate: site.gate, onSiteMessage })

const link = parseAppLink([...parameters])

// Before the first frame, which is of this theme and under the old page's picture.
applyTheme(running.app.store.getState().settings.theme)
const showPage = holdOldPage()

/** What the page before this one has left for it: the link was opened there already. */
const carried = carrier.take().then((page) => {
  if (page) running.restore(page)
  else {
    running.openLink(link)
    const { welcomed } = running.app.store.getState().settings
    void wasHere(welcomed, localStore).then((was) => (was ? running.restorePictures() : undefined))
  }
  if (page?.screen) restoreScreen(screen, page.screen)
  return page
})

/** The model whose download was agreed to on the page before; else of the link, or of an earlier visit. */
const openModel = async (toResume: boolean) => {
  const page = await carried
  const load = page?.load ?? null
  if (load) void running.loadModel(load)
  if (load && page?.loadBeside) void running.app.actions.loadBeside(page.loadBeside)
  const opens = await running.openLinkedModel(link, { loads: load === null, isCarried: page !== null })
  const toReadTags = link.kind === 'done' && bringsTags(link.value)
  if (load === null && !opens && toResume) await running.resumeRememberedModel({ toReadTags })
}

if (parameters.get('model') === 'none') void running.startWith(() => openModel(false))
else {
  void running.startWith(async () => {
    // Mini answers while another model loads.
    await running.loadModel(MINI)
    await openModel(true)
  })
  void carried.then(async (page) => {
    if (page === null && !running.app.store.getState().settings.welcomed)
      running.app.actions.addSamples(await fetchSamples())
  })
}

const surroundings = createLate(() => import('./platform/device/surroundings'))

const platform = {
  languages: () => navigator.languages,
  describeDrag,
  filesFromDrop: (transfer: DataTransfer) => filesFromDrop(transfer, folders),
  filesFromPaste,
  pickFiles,
  ...folderPickers(folders),
  pickArchive,
  pictureFromCamera: cameraPicker(),
  readClipboard: clipboardReader(),
  pickModelFiles,
  saveFile,
  copyText,
  copyImage,
  readText: (file: File) => file.text(),
  readSurroundings: async () => (await surroundings.load()).readSurroundings(base),
}

const root = document.getElementById('root')
// Drawn once and in the right language: another than English is a file to wait for, which is kept like the page.
void carried.then(async () => {
  await words.speak(chooseLanguage(running.app.store.getState().settings.language, platform.languages()))
  if (root) renderApp(root, running.app, platform, site, words, screen)
  showPage()
})

// After what a visit without a network needs is kept: hashing reads all of a model.
// What cannot be loaded for it now is there at the next visit.
void site
  .start()
  .then(() => running.recheckModels(engineVersion(TAGLENS_BUILD)))
  .catch(site.actions.reportFault)
