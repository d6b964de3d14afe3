import { proxy } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import { neverFalling } from '../../core/model/download/never-falling'
import type { EngineTask } from '../../core/errors/taglens-error'
import type { LoadProgress } from '../../core/model/loaded-model'
import { failedBy, type Outcome } from '../../core/errors/outcome'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import type { StoreApi } from '../../protocol/store-api'
import type { CallOptions, ModelFileStore, ModelStore } from './model-store'
import { createSupervisedWorker, type Job } from '../workers/supervised-worker'

/** How long each kind of silence is tolerated. */
export interface StoreDeadlines {
  /** Of a call that tells its progress, which the worker does every second whatever happens. */
  readonly silence: Milliseconds
  /** Of a call that tells nothing until it ends: asking a slow host. */
  readonly answer: Milliseconds
}

/** The store with what loading a model needs of it besides. */
export interface ModelStoreClient extends ModelStore, ModelFileStore {
  close(): void
}

/** Workers that one call may use up: what has crashed two of them would crash a third. */
const TRIES = 3

/** What a call of the worker is. */
type Call<T> = Pick<Job<StoreApi, T>, 'doing' | 'deadline' | 'signal' | 'work'>

/**
 * Creates the page's end of the store. A worker that dies or falls silent is replaced and the call made again:
 * what is on disk is where it goes on from.
 */
export const createModelStore = (spawn: () => Worker, deadlines: StoreDeadlines): ModelStoreClient => {
  registerTransferHandlers()
  const worker = createSupervisedWorker<StoreApi>(spawn)
  let isClosed = false
  // No one cancels what takes a moment.
  const never = new AbortController().signal

  const run = async <T>(call: Call<T>): Promise<Outcome<T>> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await worker.run(call)
      const hasDied = failedBy(outcome, 'ENGINE_CRASHED', 'ENGINE_TIMEOUT')
      if (!hasDied || isClosed || attempt === TRIES) return outcome
    }
  }

  const ask = <T>(doing: EngineTask, work: Call<T>['work']): Promise<Outcome<T>> =>
    run({ doing, deadline: deadlines.answer, signal: never, work })

  const runTelling = <T>(
    doing: EngineTask,
    { signal, onProgress }: CallOptions,
    work: (
      api: Parameters<Call<T>['work']>[0],
      onProgress: (progress: LoadProgress) => void,
      signal: AbortSignal,
    ) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const tell = neverFalling(onProgress)
    return run({
      doing,
      deadline: deadlines.silence,
      signal,
      work: (api, callSignal, heartbeat) =>
        work(
          api,
          proxy((progress: LoadProgress) => {
            heartbeat()
            if (!callSignal.aborted) tell(progress)
          }),
          callSignal,
        ),
    })
  }

  return {
    list: () => ask('listing models', (api) => api.list()),
    remove: (key) => ask('deleting a model', (api) => api.remove(key)),
    import: (files, options) =>
      runTelling('keeping files', options, (api, onProgress, signal) =>
        api.importFiles(files, onProgress, signal),
      ),
    pack: (next, into, signal) =>
      // Once: what has been given cannot be asked for again.
      worker.run({
        doing: 'keeping files',
        deadline: deadlines.silence,
        signal,
        work: (api, callSignal, heartbeat) =>
          api.packFiles(
            proxy(() => {
              heartbeat()
              return next()
            }),
            into,
            callSignal,
          ),
      }),
    export: (key, options) =>
      runTelling('packing a model', options, (api, onProgress, signal) =>
        api.exportModel(key, onProgress, signal),
      ),
    examine: (source, dtypes, signal) =>
      run({
        doing: 'asking for a model',
        deadline: deadlines.answer,
        signal,
        work: (api, callSignal) => api.examine(source, dtypes, callSignal),
      }),
    open: (source) => ask('opening the model', (api) => api.open(source)),
    settle: (source, kept) => ask('opening the model', (api) => api.settle(source, kept)),
    keepPacked: (source, revision, packed) =>
      runTelling('keeping files', { signal: never, onProgress: () => undefined }, (api, onProgress, signal) =>
        api.keepPacked(source, revision, packed, onProgress, signal),
      ),
    obtain: (request, options) =>
      runTelling('downloading a model', options, (api, onProgress, signal) =>
        api.obtain(request, onProgress, signal),
      ),
    recheck: (source, options) =>
      runTelling('checking the model', options, (api, onProgress, signal) =>
        api.recheck(source, onProgress, signal),
      ),
    close: () => {
      isClosed = true
      worker.stop('the store was closed')
    },
  }
}
