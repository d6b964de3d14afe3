import { type EngineTask, nameTask } from '../../core/errors/taglens-error'
import { cancelled, done, failed, failedBy, type Outcome } from '../../core/errors/outcome'
import type { InferenceApi } from '../../protocol/inference-api'
import { loadModel } from './load-model'
import type { RunningModel } from './task-loader'
import { hang } from '../hang'
import { holdPlaces } from './places/hold-places'

/** Builds what the inference worker offers. It holds one model for as long as the worker lives. */
export const createInferenceApi = (): InferenceApi => {
  let running: RunningModel | null = null
  const places = holdPlaces()

  /** Every exception of the runtime becomes an error with a code here, at the worker's edge. */
  const withModel = async <T>(
    doing: EngineTask,
    work: (model: RunningModel) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const model = running
    if (!model) return failed({ code: 'MODEL_NOT_LOADED' })
    try {
      const outcome = await work(model)
      const isWrong = failedBy(outcome, 'WRONG_NUMBERS')
      // The device's going is no proof against it.
      return isWrong && model.runtime.isLost()
        ? failed({ code: 'GPU_LOST', detail: nameTask(doing) })
        : outcome
    } catch (error) {
      return failed(model.runtime.toError(error, doing))
    }
  }

  return {
    load: async (request, onProgress, signal) => {
      if (running) return failed({ code: 'UNEXPECTED', detail: 'a worker loads one model in its life' })
      const loaded = await loadModel(request, onProgress, signal)
      if (loaded.kind !== 'done') return loaded
      running = loaded.value
      return done(running.facts)
    },
    probe: () => Promise.resolve(running ? done(running.probe) : failed({ code: 'MODEL_NOT_LOADED' })),
    promptsAtHand: () =>
      Promise.resolve(running ? done(running.promptsAtHand) : failed({ code: 'MODEL_NOT_LOADED' })),
    packed: () =>
      withModel('loading the model', ({ packed }) =>
        Promise.resolve(done(new Map(Array.from(packed, ([path, pack]) => [path, pack()])))),
      ),
    addFiles: (blobs) => withModel('loading the model', (model) => model.addFiles(blobs)),
    embedPictures: (tensors, signal) =>
      withModel('encoding pictures', (model) =>
        signal.aborted ? Promise.resolve(cancelled) : model.encodePictures(tensors, signal),
      ),
    seePlaces: (tensors, signal) =>
      withModel('encoding pictures', (model) => places.see(model, tensors, signal)),
    closePlaces: () =>
      withModel('encoding pictures', async () => {
        await places.close()
        return done(null)
      }),
    embedPrompts: (prompts, signal) =>
      withModel('encoding prompts', (model) => model.encodePrompts(prompts, signal)),
    loseDevice: () => {
      running?.runtime.loseDevice()
      return Promise.resolve()
    },
    hang,
  }
}
