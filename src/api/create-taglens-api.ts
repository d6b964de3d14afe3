import type { EncodedPicture, EngineClient } from '../client/engine-client'
import type { Classifier } from '../client/classifier/create-classifier'
import type { EngineFaults } from '../client/workers/engine-faults'
import { createLate, obtainPart } from '../core/async/late'
import { cancelled, done, failed, type Outcome } from '../core/errors/outcome'
import { type Extent, modelOver } from '../core/pixels/crops/extent'
import { toRecord } from '../core/tasks/zero-shot/record'
import { toFixedLabelRecord } from '../core/tasks/fixed-labels/fixed-label-record'
import type { ModelTask } from '../core/tasks/model-task'
import type { LoadedModel } from '../core/model/loaded-model'
import type { FixedLabelModel } from '../core/tasks/fixed-labels/model'
import type { ZeroShotModel } from '../core/tasks/zero-shot/model'
import { askInWords } from '../core/question/question'
import type { FetchedPicture } from '../platform/pictures/fetch-picture'
import type { RunningApp } from '../state/create-app'
import type { Wording } from '../words/wording'
import type { OwnClassifiersApi } from './classifiers/classifiers-api'
import type { ClassifyByWords } from './classifiers/known-classifier'
import { embedQuestion } from './embed-question'
import { createModelsApi } from './models-api'
import {
  parseExtent,
  parseLabels,
  parseLiteral,
  parsePictures,
  parseRules,
  parseSignal,
  parseTemplates,
  parseTexts,
  parseTopK,
} from './parse-input'
import { createRejections } from './rejection'
import type { ApiPicture, FailedPicture } from './api-calls'
import type { ClassifyByOwnOptions, TaglensApi } from './taglens-api'
import { whenModelSettles } from './when-model-settles'

/** What the page API is built from. */
export interface ApiDeps {
  readonly running: RunningApp
  readonly engine: EngineClient
  readonly fetchPicture: (address: string, signal: AbortSignal) => Promise<Outcome<FetchedPicture>>
  readonly newId: () => string
  readonly english: Wording
  readonly openClassifier: () => Promise<{ readonly classifier: Pick<Classifier, 'train'> }>
  /** Given only where the page was opened for tests. */
  readonly faults: EngineFaults | null
}

interface NamedEncoding {
  readonly id: string
  readonly name: string
  readonly encoded: EncodedPicture
}

/** Hosted APIs have no temperature; the model's own is 1. */
const TEMPERATURE = 1

/** Whether a classifier of one's own is to answer. Callers in plain JavaScript may leave the options out altogether. */
const isByOwn = (options: object | undefined): options is ClassifyByOwnOptions =>
  options !== undefined && 'classifier' in options

/** Builds `window.taglens`. */
export const createTaglensApi = ({
  running,
  engine,
  fetchPicture,
  newId,
  english,
  openClassifier,
  faults,
}: ApiDeps): TaglensApi => {
  const rejections = createRejections(english)
  const { toApiError, valueOrThrow } = rejections
  /** @throws what the API promises where a model is missing, or another kind of model is loaded. */
  const refuseTask = (task: ModelTask, anotherIsLoaded: boolean): never =>
    valueOrThrow(failed({ code: 'MODEL_NOT_LOADED', ...(anotherIsLoaded && { task }) }))

  /** A model of another kind took the place of the one that was asked, in the middle of a call. */
  const replaced = (name: string, task: ModelTask): FailedPicture => ({
    name,
    error: toApiError({ code: 'MODEL_NOT_LOADED', task }),
  })

  const calls = new Set<Promise<unknown>>()

  /** Counts a call as work until it is over, for `whenIdle`. */
  const track = async <T>(work: () => Promise<T>): Promise<T> => {
    const call = work()
    calls.add(call)
    try {
      return await call
    } finally {
      calls.delete(call)
    }
  }

  const encodeOne = async (
    picture: ApiPicture,
    extent: Extent | undefined,
    signal: AbortSignal,
  ): Promise<NamedEncoding | FailedPicture> => {
    const fetched: Outcome<FetchedPicture> =
      typeof picture === 'string'
        ? await fetchPicture(picture, signal)
        : done({ blob: picture, name: picture instanceof File ? picture.name : 'picture' })
    const name =
      fetched.kind === 'done' ? fetched.value.name : typeof picture === 'string' ? picture : 'picture'
    const outcome =
      fetched.kind === 'done'
        ? await engine.embedPicture(fetched.value.blob, name, { signal, extent })
        : fetched
    if (outcome.kind === 'failed') return { name, error: toApiError(outcome.error) }
    return { id: newId(), name, encoded: valueOrThrow(outcome) }
  }

  /** All pictures, each with its embedding or its own error. The engine bounds what runs at a time. */
  const encodeAll = (pictures: readonly ApiPicture[], extent: Extent | undefined, signal: AbortSignal) =>
    Promise.all(pictures.map((picture) => encodeOne(picture, extent, signal)))

  /** A model as a call has it look: as the page is set, where the call does not say. */
  const looking = <Model extends LoadedModel>(model: Model, extent: Extent | undefined): Model =>
    extent ? modelOver(model, extent) : model

  /** Waits for a model of this kind that is on its way: right after the page has opened, or in the middle of a load. */
  const whenSettled = async (task: ModelTask, signal: AbortSignal): Promise<void> => {
    await whenModelSettles({ engine, running }, task, signal)
    if (signal.aborted) valueOrThrow(cancelled)
  }

  const requireZeroShot = (): ZeroShotModel => {
    const model = engine.model()
    return model?.task === 'zero-shot' ? model : refuseTask('zero-shot', model !== null)
  }

  const requireFixedLabels = (): FixedLabelModel => {
    const model = engine.model()
    return model?.task === 'fixed-labels' ? model : refuseTask('fixed-labels', model !== null)
  }

  const { models, resolveSource } = createModelsApi({ engine, running, rejections, track })

  const lateClassifiers = createLate(async () => {
    const [{ createClassifiersApi }, { classifier }] = await Promise.all([
      import('./classifiers/classifiers-api'),
      openClassifier(),
    ])
    return createClassifiersApi({ api, running, classify, classifier, newId, valueOrThrow })
  })
  const byClassifiers = <T>(call: (classifiers: OwnClassifiersApi) => Promise<T>) =>
    track(async () => call(valueOrThrow(await obtainPart(lateClassifiers))))

  const explaining = createLate(async () => {
    const { createExplain } = await import('./explain/explain')
    return createExplain({ engine, fetchPicture, whenSettled, requireZeroShot, valueOrThrow })
  })

  const classify: ClassifyByWords = async (pictures, options, finish) => {
    const files = valueOrThrow(parsePictures(pictures))
    // Callers in plain JavaScript may leave the options out altogether.
    const given = options as Partial<typeof options> | undefined
    const labels = valueOrThrow(parseLabels(given?.labels))
    const templates = valueOrThrow(parseTemplates(given))
    const rules = valueOrThrow(parseRules(given))
    const extent = valueOrThrow(parseExtent(given?.extent))
    const signal = valueOrThrow(parseSignal(given?.signal))
    await whenSettled('zero-shot', signal)
    requireZeroShot()
    const question = askInWords(labels, templates, rules, valueOrThrow(parseLiteral(given)))
    const [{ judge }, entries] = await Promise.all([
      embedQuestion(engine, question, labels, signal).then(valueOrThrow),
      encodeAll(files, extent, signal),
    ])
    const model = looking(requireZeroShot(), extent)
    return entries.map((entry) => {
      if ('error' in entry) return entry
      const { id, name, encoded } = entry
      if (encoded.kind !== 'embedding') return replaced(name, 'zero-shot')
      const judgement = judge(encoded.embedding, { ...model, temperature: TEMPERATURE })
      const asked = { templates, temperature: TEMPERATURE }
      return finish(toRecord({ ...encoded, id, name }, judgement, model, asked), encoded.embedding)
    })
  }

  const api: TaglensApi = {
    ready: Promise.resolve(),
    model: () => engine.model(),
    models,
    classifiers: {
      train: (...given) => byClassifiers((classifiers) => classifiers.train(...given)),
      predict: (...given) => byClassifiers((classifiers) => classifiers.predict(...given)),
      list: () => byClassifiers((classifiers) => classifiers.list()),
      remove: (id) => byClassifiers((classifiers) => classifiers.remove(id)),
    },
    loadModel: (source, options = {}) =>
      track(async () => {
        const choice = valueOrThrow(await resolveSource(source))
        const outcome = await running.loadModel(choice, {
          ...(options.signal && { signal: options.signal }),
          ...(options.onProgress && { onProgress: options.onProgress }),
        })
        return valueOrThrow(outcome)
      }),
    classify: (pictures, options) =>
      isByOwn(options)
        ? byClassifiers((classifiers) => classifiers.classify(pictures, options))
        : track(() => classify(pictures, options, (record) => record)),
    classifyFixed: (pictures, options = {}) =>
      track(async () => {
        const files = valueOrThrow(parsePictures(pictures))
        const topK = valueOrThrow(parseTopK(options.topK))
        const extent = valueOrThrow(parseExtent(options.extent))
        const signal = valueOrThrow(parseSignal(options.signal))
        await whenSettled('fixed-labels', signal)
        requireFixedLabels()
        const entries = await encodeAll(files, extent, signal)
        const model = looking(requireFixedLabels(), extent)
        return entries.map((entry) => {
          if ('error' in entry) return entry
          const { id, name, encoded } = entry
          return encoded.kind === 'classes' && encoded.modelKey === model.key
            ? toFixedLabelRecord({ ...encoded, id, name }, encoded.logits, model, topK)
            : replaced(name, 'fixed-labels')
        })
      }),
    explain: (...given) => track(async () => valueOrThrow(await obtainPart(explaining))(...given)),
    embedImages: (pictures, options = {}) =>
      track(async () => {
        const files = valueOrThrow(parsePictures(pictures))
        const extent = valueOrThrow(parseExtent(options.extent))
        const signal = valueOrThrow(parseSignal(options.signal))
        await whenSettled('zero-shot', signal)
        requireZeroShot()
        const entries = await encodeAll(files, extent, signal)
        return entries.map((entry) => {
          if ('error' in entry) return entry
          const { name, encoded } = entry
          return encoded.kind === 'embedding'
            ? { name, sha256: encoded.sha256, embedding: encoded.embedding }
            : replaced(name, 'zero-shot')
        })
      }),
    embedTexts: (texts, options = {}) =>
      track(async () => {
        const prompts = valueOrThrow(parseTexts(texts))
        const signal = valueOrThrow(parseSignal(options.signal))
        await whenSettled('zero-shot', signal)
        requireZeroShot()
        const outcome = await engine.embedPrompts(prompts, signal)
        return valueOrThrow(outcome).map((embedded, i) => ({ text: prompts[i] ?? '', ...embedded }))
      }),
    whenIdle: async () => {
      while (calls.size > 0) await Promise.allSettled(calls)
      await running.whenIdle()
    },
    stats: () => engine.stats(),
    ...(faults && {
      testing: {
        loseDevice: () => faults.loseDevice(),
        killWorker: (worker) => {
          faults.kill(worker)
        },
        hangWorker: (worker) => {
          faults.hang(worker)
        },
        spoilDevice: (fault) => {
          faults.spoilDevice(fault)
        },
      },
    }),
  }
  return api
}
