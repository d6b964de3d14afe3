import { proxy } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { LoadedModel, LoadProgress } from '../../core/model/loaded-model'
import { isClassifier } from '../../core/model/files/model-files'
import { classifierPath, towerPath } from '../../core/model/files/tower-path'
import { done, type Outcome } from '../../core/errors/outcome'
import { demotionReason, type Demotion, type DemotionReason } from '../../core/runtime/demotion'
import { demote, type Dtype, type Runtime } from '../../core/runtime/runtime'
import { orderVisionDtypes } from '../../core/runtime/vision-dtypes'
import type { InferenceApi, LoadRequest } from '../../protocol/inference-api'
import type { CheckModel } from './self-check/check-model'
import type { SupervisedWorker } from '../workers/supervised-worker'

/** How the ladder is gone down. */
export interface LadderRules {
  readonly check: CheckModel
  /** Whether the next rung is tried where one fails; without, the load fails with it. */
  readonly descends: boolean
  /** A better rung that an earlier load gave up. */
  readonly demotedFrom: Demotion | null
  /** Told of each rung that is given up, to keep it in mind. */
  readonly onDemoted: (demotion: Demotion) => void
}

/** Loads one model in a worker, on the highest rung of the ladder that gives the right numbers. */
export interface RungLoader {
  /** Steps down while a rung fails that a lower one may not. The worker is stopped in between. */
  load(onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<Outcome<LoadedModel>>
  /** Takes in files that have come later, for the loads to come. */
  addFiles(blobs: ReadonlyMap<string, Blob>): void
  /** Gives up the present rung for the next load, if there is a lower one. */
  giveUp(reason: DemotionReason): boolean
}

/** The precision that a load takes first, as far as it can be told before; files behind an address cannot be seen. */
const firstDtype = ({ files, runtime }: LoadRequest): Dtype | undefined =>
  (files.kind === 'blobs'
    ? runtime.dtypes.find((dtype) =>
        [towerPath('vision', dtype), classifierPath(dtype)].some((path) => files.blobs.has(path)),
      )
    : undefined) ?? runtime.dtypes[0]

/** A rung of the CPU is tried at the precisions that suit the model there. */
const suited = (runtime: Runtime, { source, files }: LoadRequest): Runtime => {
  const isOneGraph = files.kind === 'blobs' && isClassifier(new Set(files.blobs.keys()))
  return {
    ...runtime,
    dtypes: orderVisionDtypes(source, isOneGraph ? 'classifier' : 'tower', runtime.dtypes),
  }
}

/**
 * Creates the loader. Nothing is loaded before the first call.
 * @param deadline without a byte or a step.
 */
export const createRungLoader = (
  worker: SupervisedWorker<InferenceApi>,
  request: LoadRequest,
  deadline: Milliseconds,
  { check, descends, demotedFrom: remembered, onDemoted }: LadderRules,
): RungLoader => {
  // One precision makes one rung of it.
  const { dtype, runtime } = request
  let present: LoadRequest = dtype ? { ...request, runtime: { ...runtime, dtypes: [dtype] } } : request
  let opened: LoadedModel | null = null
  let demotedFrom = remembered

  const openOnce = async (
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<LoadedModel>> => {
    opened = null
    const loaded = await worker.run({
      doing: 'loading the model',
      deadline,
      signal,
      work: (api, callSignal, heartbeat) => {
        const report = (progress: LoadProgress) => {
          heartbeat()
          onProgress(progress)
        }
        return api.load(present, proxy(report), callSignal)
      },
    })
    if (loaded.kind !== 'done') return loaded
    opened = loaded.value
    const checked = await check(worker, present, opened, signal)
    return checked.kind === 'done'
      ? done({ ...loaded.value, selfCheck: checked.value, demotedFrom })
      : checked
  }

  const giveUp = (reason: DemotionReason): boolean => {
    const tried = opened?.dtype.vision ?? firstDtype(present)
    const lower = descends && tried && demote(present.runtime, tried)
    if (!lower) return false
    const demotion = { device: present.runtime.device, dtype: tried, reason, remembered: false }
    demotedFrom ??= demotion
    onDemoted(demotion)
    present = { ...present, runtime: suited(lower, request) }
    return true
  }

  return {
    giveUp,
    addFiles: (later) => {
      if (present.files.kind !== 'blobs') return
      present = { ...present, files: { kind: 'blobs', blobs: new Map([...present.files.blobs, ...later]) } }
    },
    load: async (onProgress, signal) => {
      for (;;) {
        const loaded = await openOnce(onProgress, signal)
        if (loaded.kind !== 'failed') return loaded
        const reason = demotionReason(loaded.error, present.runtime.device)
        if (reason === null || !giveUp(reason)) return loaded
        worker.stop('the next rung is tried')
      }
    },
  }
}
