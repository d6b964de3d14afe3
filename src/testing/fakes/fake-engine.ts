import type { EncodedFrame, EncodedPicture, EngineClient, EngineTrials } from '../../client/engine-client'
import { createStatsCounter } from '../../client/engine-stats'
import type { Milliseconds, UnitVector } from '../../core/brands'
import { createDeferred, type Deferred } from '../../core/async/deferred'
import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadedModel, LoadProgress } from '../../core/model/loaded-model'
import type { ModelChoice } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import { modelOver } from '../../core/pixels/crops/extent'
import { toUnitVector } from '../../core/question/scoring/cosine'
import type { PromptEmbedding } from '../../protocol/inference-api'

/** A job that the fake has been given and that the test answers. */
export interface FakeJob<Request, Answer> {
  readonly request: Request
  readonly signal: AbortSignal
  answer(outcome: Outcome<Answer>): void
}

/** A load, with what was insisted on and a way to say how far it is. */
export interface FakeLoad extends FakeJob<ModelSource, LoadedModel> {
  readonly options: Partial<Pick<ModelChoice, 'dtype' | 'device' | 'newest'>>
  report(progress: LoadProgress): void
}

/** An engine whose answers the test gives, when and in which order it likes. */
export interface FakeEngine extends EngineClient {
  readonly loads: FakeLoad[]
  readonly plans: FakeJob<ModelSource, LoadPlan>[]
  /** What the store lists; the test changes it. */
  readonly stored: StoredModel[]
  readonly pictures: FakeJob<string, EncodedPicture>[]
  /** What the next live frames come to, in order. */
  readonly frames: Outcome<EncodedFrame>[]
  readonly prompts: FakeJob<readonly string[], readonly PromptEmbedding[]>[]
  /** Those that no one waits for. */
  readonly aside: FakeJob<readonly string[], readonly PromptEmbedding[]>[]
  /** Announces that the model runs otherwise, as after a lost device. */
  changeModel(model: LoadedModel): void
}

const addJob = <Request, Answer>(
  jobs: { push(job: FakeJob<Request, Answer>): unknown },
  request: Request,
  signal: AbortSignal,
): Promise<Outcome<Answer>> => {
  const deferred: Deferred<Outcome<Answer>> = createDeferred()
  signal.addEventListener('abort', () => {
    deferred.resolve(cancelled)
  })
  jobs.push({ request, signal, answer: deferred.resolve })
  return deferred.promise
}

/** An embedding in three dimensions. */
export const unitVector = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (!vector) throw new Error('a test vector has no direction')
  return vector
}

/** A picture as the model `modelKey` would encode it. */
export const encodedPicture = (modelKey: string, embedding = unitVector(1, 0, 0)): EncodedPicture => ({
  sha256: 'ab'.repeat(32),
  width: 40,
  height: 30,
  frame: { left: 0.125, top: 0, width: 0.75, height: 1 },
  thumbnail: new Blob(),
  photographic: false,
  reducedBy: 1,
  isShowable: true,
  kind: 'embedding',
  embedding,
  modelKey,
  time: 12 as Milliseconds,
})

/** Of a machine that nothing can be measured on. */
export const noTrials: EngineTrials = {
  parts: {
    models: {
      list: () => Promise.resolve(done([])),
      recheck: () => Promise.resolve(done([])),
      settle: () => Promise.resolve(done(null)),
      keepPacked: () => Promise.resolve(done(null)),
      remove: () => Promise.resolve(done(null)),
      examine: () => Promise.resolve(cancelled),
      open: () => Promise.resolve(cancelled),
      obtain: () => Promise.resolve(cancelled),
    },
    spawnInferenceWorker: () => {
      throw new Error('a fake engine starts no worker')
    },
    probeCapabilities: () =>
      Promise.resolve({
        cores: 4,
        memoryGigabytes: 8,
        isolated: true,
        jspi: true,
        savesData: false,
        ios: false,
        gpu: { kind: 'none' },
      }),
    deadlines: { load: 1000 as Milliseconds, run: 1000 as Milliseconds },
    preferredDevice: 'auto',
    demotions: { read: () => [], write: () => undefined },
    goldens: { read: () => null, keys: () => [], write: () => undefined },
    mostWorkers: 1,
    engineVersion: 'test',
    allowFallbackAdapter: false,
  },
  check: () => Promise.resolve(cancelled),
  prepare: () => Promise.resolve(cancelled),
}

/** Creates a fake engine with nothing loaded. */
export const createFakeEngine = (): FakeEngine => {
  let model: LoadedModel | null = null
  const listeners = new Set<(model: LoadedModel) => void>()
  const engine: FakeEngine = {
    loads: [],
    plans: [],
    stored: [],
    pictures: [],
    frames: [],
    prompts: [],
    aside: [],
    models: {
      list: () => Promise.resolve(done([...engine.stored])),
      remove: (key) => {
        const at = engine.stored.findIndex((stored) => stored.key === key)
        if (at >= 0) engine.stored.splice(at, 1)
        return Promise.resolve(done(null))
      },
      recheck: () => Promise.resolve(done([])),
      import: () => Promise.resolve(cancelled),
      export: () => Promise.resolve(done(new Blob())),
      pack: () => Promise.resolve(done({ pack: new Blob(), unread: [] })),
    },
    plan: ({ source }, signal) => addJob(engine.plans, source, signal),
    model: () => model,
    load: async ({ source, dtype, device, newest }, { signal, onProgress }) => {
      const options = {
        ...(dtype !== 'auto' && { dtype }),
        ...(device !== 'auto' && { device }),
        ...(newest && { newest }),
      }
      const push = (job: FakeJob<ModelSource, LoadedModel>) =>
        engine.loads.push({ ...job, options, report: onProgress })
      const outcome = await addJob({ push }, source, signal)
      if (outcome.kind === 'done') model = outcome.value
      return outcome
    },
    trials: noTrials,
    lookOver: (extent) => {
      if (model) engine.changeModel(modelOver(model, extent))
    },
    forgetDemotions: () => undefined,
    unload: () => {
      model = null
    },
    embedPrepared: () => Promise.resolve(cancelled),
    seePlaces: () => Promise.resolve(cancelled),
    closePlaces: () => Promise.resolve(),
    embedPicture: (_picture, name, { signal }) => addJob(engine.pictures, name, signal),
    embedFrame: () => Promise.resolve(engine.frames.shift() ?? cancelled),
    recallBy: () => undefined,
    embedPrompts: (prompts, signal) => addJob(engine.prompts, prompts, signal),
    embedAside: (prompts, signal) => addJob(engine.aside, prompts, signal),
    viewCrop: () => Promise.resolve(done({ width: 1, height: 1, rgba: new Uint8ClampedArray(4) })),
    stats: createStatsCounter().read,
    waitsForText: () => false,
    retryText: () => undefined,
    onTextArrival: () => () => undefined,
    onModelChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changeModel: (next) => {
      model = next
      for (const listener of listeners) listener(next)
    },
    close: () => undefined,
  }
  return engine
}
