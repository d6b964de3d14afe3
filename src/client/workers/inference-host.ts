import type { Milliseconds, UnitVector } from '../../core/brands'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { DemotionReason } from '../../core/runtime/demotion'
import type { EngineTask, TaglensError } from '../../core/errors/taglens-error'
import type { InferenceApi, LoadRequest, PromptEmbedding } from '../../protocol/inference-api'
import type { SeenPlaces } from '../../protocol/seen-places'
import type { CallOptions } from '../models/model-store'
import { createRungLoader, type LadderRules } from '../models/rung-loader'
import { createSerialQueue, type Urgency } from './serial-queue'
import type { Job, SupervisedWorker } from './supervised-worker'

/** How long each kind of silence is tolerated. */
export interface InferenceDeadlines {
  /** Without a byte or a step while loading: compiling for a slow graphics card takes tens of seconds. */
  readonly load: Milliseconds
  /** For one batch, at least; a slow machine gets ten times what it usually takes. */
  readonly run: Milliseconds
}

/** One loaded model behind a supervised worker: survives its crashes, hangs and lost devices. */
export interface InferenceHost {
  /** Facts of the model as it runs now: a demotion changes device and precision. */
  model(): LoadedModel
  embedPictures(
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly PictureEncoding[]>>
  /** As of `InferenceApi`, before pictures that are waiting: somebody is looking. */
  seePlaces(tensors: readonly Float32Array<ArrayBuffer>[], signal: AbortSignal): Promise<Outcome<SeenPlaces>>
  closePlaces(): Promise<void>
  /** Goes before pictures that are waiting: somebody is typing. */
  /** @param urgency `urgent` unless stated: before pictures that wait. */
  embedPrompts(
    prompts: readonly string[],
    signal: AbortSignal,
    urgency?: Urgency,
  ): Promise<Outcome<readonly PromptEmbedding[]>>
  /** Prompts that need no text tower, with their embeddings; none where the worker does not answer. */
  promptsAtHand(signal: AbortSignal): Promise<ReadonlyMap<string, UnitVector>>
  /** As of `InferenceApi`; none where the worker does not answer. Pictures and prompts go first. */
  packed(signal: AbortSignal): Promise<ReadonlyMap<string, Blob>>
  /** Hands the worker files of the model that have come after it was loaded, and has it open its text tower. */
  addFiles(blobs: ReadonlyMap<string, Blob>, signal: AbortSignal): Promise<Outcome<null>>
  loseDevice(): Promise<void>
  /** Ends the worker, which is the only way to give a model's memory back. */
  close(): void
}

/** Errors that another worker, or the next rung, may not meet. */
const RETRYABLE: ReadonlySet<TaglensError['code']> = new Set<TaglensError['code']>([
  'ENGINE_TIMEOUT',
  'ENGINE_CRASHED',
  'GPU_LOST',
  'WRONG_NUMBERS',
])

/** A crash or a lost device can be chance; silence and wrong numbers are the device's doing. */
const reasonToBlame = ({ code }: TaglensError): DemotionReason | null =>
  code === 'ENGINE_TIMEOUT' ? 'silent' : code === 'WRONG_NUMBERS' ? 'wrong-numbers' : null

/** What a host is built from. */
export interface HostOptions extends CallOptions {
  readonly deadlines: InferenceDeadlines
  readonly ladder: LadderRules
  /** Told when a worker had to be replaced. `model` is what answers now, perhaps on a lower rung. */
  readonly onReplaced: (model: LoadedModel) => void
}

/**
 * Loads a model in a worker of its own.
 * @param worker not shared with anybody; closed by the host, also where loading fails.
 */
export const openInferenceHost = async (
  worker: SupervisedWorker<InferenceApi>,
  request: LoadRequest,
  options: HostOptions,
): Promise<Outcome<InferenceHost>> => {
  const { deadlines } = options
  const queue = createSerialQueue()
  const loader = createRungLoader(worker, request, deadlines.load, options.ladder)
  let slowestRun = 0

  const first = await loader.load(options.onProgress, options.signal)
  if (first.kind !== 'done') {
    worker.stop('the model could not be loaded')
    return first
  }
  let model = first.value
  let loadedGeneration = worker.generation()
  let closed = false

  /** Replaces a worker that is gone or not to be trusted, with the model loaded again. */
  const recover = async (error: TaglensError, signal: AbortSignal): Promise<Outcome<LoadedModel>> => {
    if (closed) return failed({ code: 'MODEL_NOT_LOADED' })
    worker.stop('it is replaced')
    const reason = reasonToBlame(error)
    // On the lowest rung the same is tried in a new worker, once: what one hung on another may do.
    if (reason) loader.giveUp(reason)
    const loaded = await loader.load(() => undefined, signal)
    if (loaded.kind !== 'done') return loaded
    model = loaded.value
    loadedGeneration = worker.generation()
    options.onReplaced(model)
    return loaded
  }

  const runRecovering = async <T>(job: Job<InferenceApi, T>): Promise<Outcome<T>> => {
    if (closed) return failed({ code: 'MODEL_NOT_LOADED' })
    if (worker.generation() !== loadedGeneration) {
      const reloaded = await recover({ code: 'ENGINE_CRASHED', doing: job.doing, detail: '' }, job.signal)
      if (reloaded.kind !== 'done') return reloaded
    }
    const startedAt = performance.now()
    const outcome = await worker.run(job)
    slowestRun = Math.max(slowestRun, outcome.kind === 'done' ? performance.now() - startedAt : 0)
    if (outcome.kind !== 'failed' || !RETRYABLE.has(outcome.error.code)) return outcome
    const recovered = await recover(outcome.error, job.signal)
    return recovered.kind === 'done' ? worker.run(job) : recovered
  }

  const runDeadline = () => Math.max(deadlines.run, slowestRun * 10) as Milliseconds

  /** Has the worker do something in its turn; what is urgent goes before pictures that wait. */
  const ask = <T>(
    urgency: Urgency,
    doing: EngineTask,
    signal: AbortSignal,
    work: Job<InferenceApi, T>['work'],
    deadline = runDeadline,
  ): Promise<Outcome<T>> =>
    queue.add(urgency, () => runRecovering({ doing, deadline: deadline(), signal, work }))
  const never = new AbortController().signal

  return done({
    model: () => model,
    // Cloned, not transferred: a retry needs them again.
    embedPictures: (tensors, signal) =>
      ask('normal', 'encoding pictures', signal, (api, callSignal) => api.embedPictures(tensors, callSignal)),
    seePlaces: (tensors, signal) =>
      ask(
        'urgent',
        'encoding pictures',
        signal,
        (api, callSignal) => api.seePlaces(tensors, callSignal),
        // The graph is read, grown and opened first.
        () => (deadlines.load + runDeadline()) as Milliseconds,
      ),
    closePlaces: async () => {
      // A worker that is gone has none open.
      if (!closed && worker.generation() === loadedGeneration)
        await ask('urgent', 'encoding pictures', never, (api) => api.closePlaces())
    },
    embedPrompts: (prompts, signal, urgency = 'urgent') =>
      ask(urgency, 'encoding prompts', signal, (api, callSignal) => api.embedPrompts(prompts, callSignal)),
    promptsAtHand: async (signal) => {
      const outcome = await ask('urgent', 'encoding prompts', signal, (api) => api.promptsAtHand())
      return outcome.kind === 'done' ? outcome.value : new Map()
    },
    packed: async (signal) => {
      const outcome = await ask(
        'normal',
        'loading the model',
        signal,
        (api) => api.packed(),
        // All weights are gone through and handed on: not what a batch takes.
        () => deadlines.load,
      )
      return outcome.kind === 'done' ? outcome.value : new Map()
    },
    addFiles: (blobs, signal) => {
      // For a worker that takes this one's place, too.
      loader.addFiles(blobs)
      return ask(
        'urgent',
        'loading the model',
        signal,
        (api) => api.addFiles(blobs),
        () => deadlines.load,
      )
    },
    loseDevice: async () => {
      await worker.run({
        doing: 'failing on demand',
        deadline: deadlines.run,
        signal: never,
        work: async (api) => {
          await api.loseDevice()
          return done(null)
        },
      })
    },
    close: () => {
      closed = true
      worker.stop('the model was unloaded')
    },
  })
}
