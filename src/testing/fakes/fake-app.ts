import type { Bytes } from '../../core/brands'
import type { KeptSet } from '../../core/desk/kept-set'
import type { Language } from '../../core/preferences/language'
import type { ModelChoice } from '../../core/model/model-choice'
import { CARD_SIZES } from '../../core/preferences/card-sizes'
import { idOfText } from '../../core/preferences/shared-preferences'
import { done, failed } from '../../core/errors/outcome'
import { HUB_HOST } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored/stored-model'
import type { GpuCapability } from '../../core/runtime/capabilities'
import type { Keeping } from '../../platform/device/secure-parts'
import type { ArchiveEntry } from '../../platform/pictures/read-archive'
import type { StorageFacts } from '../../platform/storage/storage'
import { DEFAULT_RULES, type AnswerRules } from '../../core/question/scoring/judge'
import type { Theme } from '../../state/app-state'
import { createApp, type RunningApp } from '../../state/create-app'
import type { Site } from '../../state/site/site'
import { createWords, type Words } from '../../words/create-words'
import { createFakeClassifier } from './fake-classifier'
import { createFakeColumns } from './fake-columns'
import { createFakeDesk } from './fake-desk'
import { createFakeSite } from './fake-site'
import { createFakeTagSets } from './fake-tag-sets'
import { createFakeWordVectors } from './fake-word-vectors'
import { createSketchEngine } from '../sketch/sketch-engine'
import { createSketchStore } from '../sketch/sketch-store'

/** What a test or a scene cares about; the rest is ordinary. */
export interface FakeAppOptions {
  readonly theme?: Theme
  readonly language?: Language | null
  readonly tags?: readonly string[]
  readonly template?: string
  readonly temperature?: number
  readonly rules?: AnswerRules
  readonly welcomed?: boolean
  /** How long a picture takes, in milliseconds; 0 where not given. */
  readonly encodeTime?: (name: string) => number
  /** How long a model's download takes, in milliseconds; 0 where not given. */
  readonly downloadTime?: number
  readonly stored?: readonly StoredModel[]
  readonly chosenModel?: ModelChoice | null
  readonly gpu?: GpuCapability
  readonly storage?: StorageFacts
  readonly keeping?: Keeping
  /** Pictures of earlier visits. */
  readonly earlier?: readonly KeptSet[]
  /** What archives hold, by their names; others are empty. */
  readonly archives?: ReadonlyMap<string, readonly ArchiveEntry[]>
}

const ROOM: StorageFacts = { persisted: false, usage: 2.1e8 as Bytes, quota: 6.4e10 as Bytes }

/**
 * The real state over an engine that makes everything up, without workers, network or storage: for component
 * tests and for looking at screens.
 */
export const createFakeApp = ({
  theme = 'system',
  language = null,
  tags = ['car', 'document', 'motorcycle', 'truck', 'person', 'other'],
  template = '{}',
  temperature = 1,
  rules = DEFAULT_RULES,
  welcomed = true,
  encodeTime = () => 0,
  downloadTime = 0,
  stored = [],
  chosenModel = null,
  gpu = { kind: 'hardware', adapter: 'nvidia ampere', shaderF16: true },
  storage = ROOM,
  keeping = 'kept',
  earlier = [],
  archives = new Map(),
}: FakeAppOptions = {}): RunningApp & { readonly site: Site; readonly words: Words } => {
  const words = createWords()
  let count = 0
  let persisted = storage.persisted
  const running = createApp({
    engine: createSketchEngine(encodeTime, createSketchStore(stored, downloadTime)),
    preferences: {
      read: () => ({
        tags: tags.map((text, hue) => ({ id: idOfText(text), text, hue, threshold: null })),
        theme,
        language,
        template,
        temperature,
        rules,
        welcomed,
        scoresShown: false,
        modelHost: HUB_HOST,
        chosenModel,
        keepsPictures: true,
        cardSize: CARD_SIZES.usual,
        namesShown: false,
        reading: null,
        extent: 'middle',
      }),
      write: () => undefined,
      onChange: () => () => undefined,
    },
    openTagSets: () => Promise.resolve(createFakeTagSets()),
    openDesk: () => Promise.resolve(createFakeDesk(earlier)),
    openColumns: () => Promise.resolve(createFakeColumns()),
    openWordVectors: () => Promise.resolve(createFakeWordVectors()),
    openClassifier: () => Promise.resolve(createFakeClassifier()),
    hasMarks: () => false,
    builtIn: { source: { kind: 'app', baseUrl: 'models/mini' }, dtype: 'fp32', device: 'wasm' },
    storage: {
      facts: () => Promise.resolve({ ...storage, persisted }),
      persist: () => {
        persisted = true
        return Promise.resolve(true)
      },
    },
    keeping,
    isolateFirst: () => null,
    probeGpu: () => Promise.resolve(gpu),
    newId: () => `fake-${(count += 1)}`,
    words: words.now,
    wordsWith: words.with,
    fetchPicture: (url) => Promise.resolve(failed({ code: 'NETWORK', url, status: 0 })),
    openArchive: ({ name }) => Promise.resolve(done(archives.get(name) ?? [])),
    now: () => performance.now(),
  })
  return { ...running, site: createFakeSite(running).site, words }
}
