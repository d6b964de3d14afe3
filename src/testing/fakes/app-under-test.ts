import { readArchive } from '../../platform/pictures/read-archive'
import { createFakeWordVectors } from './fake-word-vectors'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { ModelSource } from '../../core/model/model-source'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { FetchedPicture } from '../../platform/pictures/fetch-picture'
import type { ArchiveEntry } from '../../platform/pictures/read-archive'
import type { Preferences } from '../../platform/storage/preferences'
import type { AppDeps } from '../../state/app-deps'
import { createApp } from '../../state/create-app'
import { createWords } from '../../words/create-words'
import { createFakeEngine, unitVector } from './fake-engine'
import { createLoadedModel } from '../loaded-model'
import { createFakeClassifier } from './fake-classifier'
import { createFakeColumns } from './fake-columns'
import { createFakeDesk } from './fake-desk'
import { createFakeTagSets } from './fake-tag-sets'

/** Where the model of these tests would be; nothing is fetched. */
export const source: ModelSource = { kind: 'url', baseUrl: 'https://models.example/a' }
const COLOURS = new Map([
  ['red', unitVector(1, 0, 0)],
  ['green', unitVector(0, 1, 0)],
  ['blue', unitVector(0, 0, 1)],
])

let pages = 0

/** The real state over a fake engine, with what a test does to both as verbs. */
export const setupApp = (
  kept: Preferences | null = null,
  onWrite: (preferences: Preferences) => void = () => undefined,
  isolateFirst: AppDeps['isolateFirst'] = () => null,
  openColumns: AppDeps['openColumns'] = () => Promise.resolve(createFakeColumns()),
  openDesk: AppDeps['openDesk'] = () => Promise.resolve(createFakeDesk()),
  ofTheirOwn = createFakeClassifier(),
) => {
  let hear: (theirs: Preferences) => void = () => undefined
  const engine = createFakeEngine()
  const words = createWords()
  /** What other sites answer, by address. */
  const web = new Map<string, Outcome<FetchedPicture>>()
  /** What is in archives, by their names. */
  const archives = new Map<string, readonly ArchiveEntry[]>()
  const written: Preferences[] = []
  let count = 0
  let time = 0
  // Unlike those of another tab.
  const page = `${(pages += 1)}`
  const newId = () => `id${page}-${(count += 1)}`
  const running = createApp({
    engine,
    preferences: {
      read: () => kept,
      write: (preferences) => {
        written.push(preferences)
        onWrite(preferences)
      },
      onChange: (listener) => {
        hear = listener
        return () => undefined
      },
    },
    openTagSets: () => Promise.resolve(createFakeTagSets()),
    openDesk,
    openColumns,
    openWordVectors: () => Promise.resolve(createFakeWordVectors()),
    openClassifier: () => Promise.resolve(ofTheirOwn),
    hasMarks: () => ofTheirOwn.kept.size > 0,
    builtIn: { source: { kind: 'app', baseUrl: 'https://app.example/mini' }, dtype: 'fp32', device: 'wasm' },
    storage: {
      facts: () => Promise.resolve({ persisted: false, usage: null, quota: null }),
      persist: () => Promise.resolve(true),
    },
    keeping: 'kept',
    isolateFirst,
    probeGpu: () => Promise.resolve({ kind: 'none' }),
    newId,
    words: words.now,
    wordsWith: words.with,
    fetchPicture: (url, { aborted }) =>
      Promise.resolve(aborted ? cancelled : (web.get(url) ?? failed({ code: 'NETWORK', url, status: 0 }))),
    openArchive: (archive) => {
      const entries = archives.get(archive.name)
      if (entries || archive.size === 0) return Promise.resolve(done(entries ?? []))
      return readArchive(archive)
    },
    now: () => time,
  })
  const { store, actions, selectors } = running.app
  const state = () => store.getState()
  /** Lets promises that are settled already run their continuations. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  const load = async (model: LoadedModel = createLoadedModel()) => {
    void actions.loadModel(source)
    engine.loads.at(-1)?.answer(done(model))
    await settle()
    return model
  }
  const addPictures = (...names: string[]) => actions.addPictures(names.map((name) => new File([], name)))
  const phases = () => state().pictures.map(({ name, phase }) => `${name} ${phase.kind}`)
  const answerPrompts = async (index = -1) => {
    const job = engine.prompts.at(index)
    const embeddings = job?.request.map((prompt) => ({
      embedding: COLOURS.get(prompt) ?? unitVector(1, 1, 1),
      tokenIds: [1],
      cut: false,
    }))
    job?.answer(done(embeddings ?? []))
    await settle()
  }
  const ranking = (index = 0) => {
    const picture = state().pictures[index]
    return picture ? selectors.tasks['zero-shot'].ranking(state(), picture).map(({ tag }) => tag) : []
  }
  return {
    ...running,
    engine,
    actions,
    selectors,
    state,
    settle,
    load,
    addPictures,
    phases,
    answerPrompts,
    ranking,
    classifier: ofTheirOwn.classifier,
    keptMarks: ofTheirOwn.kept,
    archives,
    web,
    written,
    /** Lets so many milliseconds pass. */
    wait: (milliseconds: number) => {
      time += milliseconds
    },
    /** What another tab has written arrives. */
    hear: (theirs: Preferences) => {
      hear(theirs)
    },
  }
}
