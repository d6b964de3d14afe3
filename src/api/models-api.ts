import type { EngineClient } from '../client/engine-client'
import type { StoredModel } from '../core/model/stored/stored-model'
import { choiceOf, type ModelChoice } from '../core/model/model-choice'
import { sourceName } from '../core/model/model-source'
import { done, failed, type Outcome } from '../core/errors/outcome'
import type { RunningApp } from '../state/create-app'
import { parseFiles, parseModelName, parseModelSource } from './parse-models'
import type { Rejections } from './rejection'
import type { ModelsApi } from './taglens-api'

/** What the calls about stored models are built from. */
export interface ModelsApiDeps {
  readonly engine: Pick<EngineClient, 'models' | 'plan'>
  readonly running: Pick<RunningApp, 'app'>
  readonly rejections: Pick<Rejections, 'valueOrThrow'>
  /** Counts a call as work until it is over. */
  readonly track: <T>(work: () => Promise<T>) => Promise<T>
}

const neverAborted = () => new AbortController().signal
const ignore = () => undefined

/** The calls about models on this device, and how a source that a caller names becomes one of the engine's. */
export interface ModelsApiParts {
  readonly models: ModelsApi
  resolveSource(input: unknown): Promise<Outcome<ModelChoice>>
}

/** Builds `window.taglens.models`. */
export const createModelsApi = ({
  engine,
  running,
  rejections: { valueOrThrow },
  track,
}: ModelsApiDeps): ModelsApiParts => {
  const { refreshModels } = running.app.actions

  /** The stored model of this key or id; of several with one id the most recently used. */
  const find = async (input: unknown): Promise<Outcome<StoredModel>> => {
    const name = parseModelName(input)
    if (name.kind !== 'done') return name
    const listed = await engine.models.list()
    if (listed.kind !== 'done') return listed
    const found =
      listed.value.find(({ key }) => key === name.value) ??
      listed.value.find(({ source }) => sourceName(source) === name.value)
    return found ? done(found) : failed({ code: 'MODEL_NOT_FOUND', url: name.value })
  }

  const resolveSource: ModelsApiParts['resolveSource'] = async (input) => {
    const parsed = parseModelSource(input)
    if (parsed.kind !== 'done') return parsed
    const asked = parsed.value
    if (!('key' in asked)) return done(choiceOf(asked.source, asked))
    const found = await find(asked.key)
    return found.kind === 'done' ? done(choiceOf(found.value.source, asked)) : found
  }

  return {
    resolveSource,
    models: {
      list: () => track(async () => valueOrThrow(await engine.models.list())),
      plan: (source, { signal = neverAborted() } = {}) =>
        track(async () => {
          const choice = valueOrThrow(await resolveSource(source))
          return valueOrThrow(await engine.plan(choice, signal))
        }),
      remove: (idOrKey) =>
        track(async () => {
          const { key } = valueOrThrow(await find(idOrKey))
          valueOrThrow(await engine.models.remove(key))
          await refreshModels()
        }),
      import: (files, { signal = neverAborted(), onProgress = ignore } = {}) =>
        track(async () => {
          const brought = valueOrThrow(parseFiles(files))
          const stored = valueOrThrow(await engine.models.import(brought, { signal, onProgress }))
          await refreshModels()
          return stored
        }),
      export: (idOrKey, { signal = neverAborted(), onProgress = ignore } = {}) =>
        track(async () => {
          const { key } = valueOrThrow(await find(idOrKey))
          return valueOrThrow(await engine.models.export(key, { signal, onProgress }))
        }),
    },
  }
}
