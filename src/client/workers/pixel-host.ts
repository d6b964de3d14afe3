import { transfer } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import { failed, type Outcome } from '../../core/errors/outcome'
import type { Recipe } from '../../core/pixels/recipe'
import type {
  CropView,
  LiveFrame,
  PixelApi,
  PicturePreparation,
  PreparedFrame,
  PreparedPicture,
} from '../../protocol/pixel-api'
import type { Job, SupervisedWorker } from './supervised-worker'

/** Decoding and resizing behind a supervised worker. */
export interface PixelHost {
  identify(picture: Blob, name: string, signal: AbortSignal): Promise<Outcome<string>>
  prepare(
    picture: Blob,
    name: string,
    preparation: PicturePreparation,
    signal: AbortSignal,
  ): Promise<Outcome<PreparedPicture>>
  /** Transfers the frame, so it is tried once: the next one is newer. */
  prepareFrame(frame: LiveFrame, recipe: Recipe, signal: AbortSignal): Promise<Outcome<PreparedFrame>>
  view(picture: Blob, name: string, recipe: Recipe, signal: AbortSignal): Promise<Outcome<CropView>>
  close(): void
}

/**
 * Creates the host. A picture whose own deadline passes is not tried again: it would hang the next worker too.
 * One that was in the worker beside it, or in a worker that crashed, is tried once more.
 * @param deadline per picture. The slowest honest one (48 megapixels) takes about a second.
 */
export const createPixelHost = (
  worker: SupervisedWorker<PixelApi>,
  deadline: Milliseconds,
  onReplaced: () => void,
): PixelHost => {
  let generation = 0

  const countReplacement = () => {
    if (generation > 0 && worker.generation() > generation) onReplaced()
    generation = worker.generation()
  }

  const runWithRetry = async <T>(job: Job<PixelApi, T>, name: string): Promise<Outcome<T>> => {
    const outcome = await worker.run(job)
    countReplacement()
    if (outcome.kind !== 'failed') return outcome
    if (outcome.error.code === 'ENGINE_CRASHED') {
      const second = await worker.run(job)
      countReplacement()
      return second
    }
    return outcome.error.code === 'UNEXPECTED'
      ? failed({ ...outcome.error, detail: `${outcome.error.detail} (${name})` })
      : outcome
  }

  return {
    identify: (picture, name, signal) =>
      runWithRetry(
        {
          doing: { reading: name },
          deadline,
          signal,
          work: (api, callSignal) => api.identify(picture, name, callSignal),
        },
        name,
      ),
    prepare: (picture, name, preparation, signal) =>
      runWithRetry(
        {
          doing: { reading: name },
          deadline,
          signal,
          work: (api, callSignal, heartbeat) =>
            api.prepare(picture, name, preparation, callSignal, heartbeat),
        },
        name,
      ),
    prepareFrame: async (frame, recipe, signal) => {
      const outcome = await worker.run({
        doing: 'resizing a picture',
        deadline,
        signal,
        work: (api, callSignal) => api.prepareFrame(transfer(frame, [frame]), recipe, callSignal),
      })
      countReplacement()
      return outcome
    },
    view: (picture, name, recipe, signal) =>
      runWithRetry(
        {
          doing: { reading: name },
          deadline,
          signal,
          work: (api, callSignal, heartbeat) => api.view(picture, name, recipe, callSignal, heartbeat),
        },
        name,
      ),
    close: () => {
      worker.stop('the engine was closed')
    },
  }
}
