import type { Bytes, UnitVector } from '../../core/brands'
import { cancelled, failed, type Outcome } from '../../core/errors/outcome'
import type { TextArrival } from '../../core/model/loaded-model'
import type { BringRest } from '../models/find-model-files'
import type { InferenceHost } from '../workers/inference-host'

/** The text tower of a model that answers already, by prompts that it has brought with it, while the tower comes. */
export interface ComingText {
  /** What needs no tower. */
  readonly atHand: ReadonlyMap<string, UnitVector>
  isHere(): boolean
  /** Resolves when every prompt can be embedded. What has failed is tried again. */
  wait(signal: AbortSignal): Promise<Outcome<null>>
  /** Ends it, with its model. */
  stop(): void
}

const NOTHING_YET = { stage: 'downloading', loaded: 0 as Bytes, total: null } as const

/** The outcome, or `cancelled` where the caller stops waiting for it first. */
const until = (signal: AbortSignal, outcome: Promise<Outcome<null>>): Promise<Outcome<null>> =>
  new Promise((resolve) => {
    const stop = () => {
      resolve(cancelled)
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    void outcome.then((value) => {
      signal.removeEventListener('abort', stop)
      resolve(value)
    })
  })

/**
 * Begins to bring the text tower of `host`'s model.
 * @param atHand prompts that need no tower, with their embeddings.
 * @param tell how it goes; `null` when it is here, or no longer wanted.
 */
export const bringText = (
  bringRest: BringRest,
  host: InferenceHost,
  atHand: ComingText['atHand'],
  tell: (arrival: TextArrival | null) => void,
): ComingText => {
  const controller = new AbortController()
  const { signal } = controller
  let here = false
  // Asked through a function, since it changes while this waits.
  const isStopped = () => signal.aborted
  let running: Promise<Outcome<null>> | null = null

  const bring = async (): Promise<Outcome<null>> => {
    tell({ kind: 'coming', progress: NOTHING_YET })
    const brought = await bringRest({
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) tell({ kind: 'coming', progress })
      },
    })
    if (isStopped()) return cancelled
    const opened = brought.kind === 'done' ? await host.addFiles(brought.value, signal) : brought
    if (isStopped()) return cancelled
    if (opened.kind === 'done') {
      here = true
      tell(null)
      return opened
    }
    running = null
    // Deleted meanwhile, perhaps by another tab.
    const error =
      opened.kind === 'failed' ? opened.error : ({ code: 'MODEL_NOT_FOUND', url: host.model().name } as const)
    tell({ kind: 'failed', error })
    return failed(error)
  }

  running = bring()
  return {
    atHand,
    isHere: () => here,
    wait: (callSignal) => until(callSignal, (running ??= bring())),
    stop: () => {
      controller.abort()
      tell(null)
    },
  }
}
