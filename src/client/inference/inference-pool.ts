import type { LoadedModel } from '../../core/model/loaded-model'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { done, type Outcome } from '../../core/errors/outcome'
import { PICTURE_BATCH_SIZE, type InferenceApi, type LoadRequest } from '../../protocol/inference-api'
import { openInferenceHost, type HostOptions, type InferenceHost } from '../workers/inference-host'
import type { SupervisedWorker } from '../workers/supervised-worker'

/** The workers that a pool may have. */
export interface PoolWorkers {
  /** Not started before its first job. Closed by the pool. */
  readonly createWorker: () => SupervisedWorker<InferenceApi>
  /** How many workers `model` may have, the first included. Asked when it is ready. */
  readonly countWorkers: (model: LoadedModel) => number
  /** Told when a worker more, or one less, encodes pictures. */
  readonly onResized: (model: LoadedModel) => void
}

type Tensors = readonly Float32Array<ArrayBuffer>[]

/**
 * Several workers with one model, as one host. The first has both towers and answers as soon as it is ready; the
 * others have the vision tower alone. A classifier is one graph, which each has. They are opened one after another, and not before a full batch shows that
 * there are more pictures than one worker has hands for: who looks at a single picture pays for one worker.
 */
export const openInferencePool = async (
  request: LoadRequest,
  options: HostOptions,
  { createWorker, countWorkers, onResized }: PoolWorkers,
): Promise<Outcome<InferenceHost>> => {
  const others: InferenceHost[] = []
  const running = new WeakMap<InferenceHost, number>()
  const closing = new AbortController()
  let growing = false

  const opened = await openInferenceHost(createWorker(), request, {
    ...options,
    onReplaced: () => {
      options.onReplaced(model())
    },
  })
  if (opened.kind !== 'done') return opened
  const first = opened.value

  const model = (): LoadedModel => ({ ...first.model(), workers: 1 + others.length })

  const openAnother = async (): Promise<boolean> => {
    const { key, dtype, device, threads, executor } = first.model()
    const another = await openInferenceHost(
      createWorker(),
      {
        ...request,
        towers: 'vision',
        dtype: dtype.vision,
        // What the first has found near enough is not compared again.
        ...(executor?.kind === 'own' && { ownKnown: [key] }),
        runtime: { ...request.runtime, device, build: 'wasm', threads },
      },
      {
        ...options,
        ladder: { ...options.ladder, demotedFrom: null, onDemoted: () => undefined },
        onProgress: () => undefined,
        signal: closing.signal,
        onReplaced: () => {
          options.onReplaced(model())
        },
      },
    )
    // The machine may have no room for another copy: the workers that there are go on.
    if (another.kind !== 'done') return false
    if (closing.signal.aborted) {
      another.value.close()
      return false
    }
    others.push(another.value)
    onResized(model())
    return true
  }

  const grow = async () => {
    if (growing) return
    growing = true
    const wanted = countWorkers(first.model())
    while (1 + others.length < wanted && (await openAnother()));
  }

  /** The one with the least to do; the first, which answers to typing too, only where no other is as free. */
  const freest = (): InferenceHost => {
    const load = (host: InferenceHost) => running.get(host) ?? 0
    return others.reduce((best, host) => (load(host) <= load(best) ? host : best), first)
  }

  const embedBy = async (
    host: InferenceHost,
    tensors: Tensors,
    signal: AbortSignal,
  ): Promise<Outcome<readonly PictureEncoding[]>> => {
    running.set(host, (running.get(host) ?? 0) + 1)
    try {
      return await host.embedPictures(tensors, signal)
    } finally {
      running.set(host, (running.get(host) ?? 0) - 1)
    }
  }

  /** Ends a worker that could not be cured. */
  const dismiss = (host: InferenceHost) => {
    const at = others.indexOf(host)
    if (at >= 0) others.splice(at, 1)
    host.close()
    onResized(model())
  }

  return done({
    model,
    embedPictures: async (tensors, signal) => {
      if (tensors.length === PICTURE_BATCH_SIZE) void grow()
      const host = freest()
      const outcome = await embedBy(host, tensors, signal)
      // A host has already tried twice. What another cannot do, the first may.
      if (outcome.kind !== 'failed' || host === first || closing.signal.aborted) return outcome
      dismiss(host)
      return embedBy(first, tensors, signal)
    },
    seePlaces: first.seePlaces,
    closePlaces: first.closePlaces,
    embedPrompts: first.embedPrompts,
    promptsAtHand: first.promptsAtHand,
    packed: first.packed,
    addFiles: first.addFiles,
    loseDevice: first.loseDevice,
    close: () => {
      closing.abort()
      for (const host of [first, ...others]) host.close()
    },
  })
}
