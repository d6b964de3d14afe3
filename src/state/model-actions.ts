import type { Bytes } from '../core/brands'
import type { LoadedModel } from '../core/model/loaded-model'
import type { ModelPhase } from '../core/model/model-phase'
import type { ModelSource } from '../core/model/model-source'
import type { Outcome } from '../core/outcome'
import type { LoadOptions } from '../client/engine-client'
import type { ModelActions } from './app-actions'
import type { ActionDeps } from './app-deps'
import { currentModel } from './current-model'
import type { Notices } from './notices'
import type { PictureQueue } from './picture-queue'

/** Loading as programs see it: with an outcome and progress of its own. */
export type LoadModel = (source: ModelSource, options: Partial<LoadOptions>) => Promise<Outcome<LoadedModel>>

const NOTHING_LOADED = { stage: 'asking', loaded: 0 as Bytes, total: null } as const

/** Builds the loading of models. A new load takes the place of one that is under way. */
export const createModelActions = (
  { store, engine }: Pick<ActionDeps, 'store' | 'engine'>,
  queue: PictureQueue,
  notices: Notices,
): ModelActions & { readonly load: LoadModel } => {
  const { getState, setState } = store
  let loading: AbortController | null = null

  /** The phase in which `model` answers; a load that is under way, or has failed, goes on saying so. */
  const phaseWith = (model: LoadedModel): ModelPhase => {
    const phase = getState().model
    const isOther = (phase.kind === 'loading' && loading !== null) || phase.kind === 'failed'
    return isOther ? { ...phase, previous: model } : { kind: 'ready', model }
  }

  /** Makes `model` the one that answers: what another has encoded is encoded anew, in place. */
  const setReady = (model: LoadedModel) => {
    const switched = currentModel(getState().model)?.key !== model.key
    setState(({ pictures, promptEmbeddings }) => ({
      model: phaseWith(model),
      promptEmbeddings: switched ? new Map() : promptEmbeddings,
      pictures: pictures.map((picture) =>
        picture.phase.kind === 'ready' && picture.phase.encoded.modelKey !== model.key
          ? { ...picture, phase: { kind: 'waiting', facts: picture.phase.facts } }
          : picture,
      ),
    }))
    queue.pump()
  }

  engine.onModelChanged((model) => {
    const before = currentModel(getState().model)
    if (before && before.device !== model.device)
      notices.show({
        tone: 'problem',
        text: 'The graphics card gave no usable answer, so the CPU is used.',
        action: null,
      })
    setReady(model)
  })

  const load: LoadModel = async (source, { dtype, device, signal, onProgress }) => {
    loading?.abort()
    const controller = new AbortController()
    loading = controller
    const abort = () => {
      controller.abort()
    }
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    // Asked anew each time: the model that answers meanwhile may come to run otherwise.
    const previous = () => currentModel(getState().model)
    setState({ model: { kind: 'loading', source, progress: NOTHING_LOADED, previous: previous() } })
    const outcome = await engine.load(source, {
      ...(dtype && { dtype }),
      ...(device && { device }),
      signal: controller.signal,
      onProgress: (progress) => {
        if (loading === controller)
          setState({ model: { kind: 'loading', source, progress, previous: previous() } })
        onProgress?.(progress)
      },
    })
    signal?.removeEventListener('abort', abort)
    // A newer load speaks for the page now.
    if (loading !== controller) return outcome
    loading = null
    switch (outcome.kind) {
      case 'done':
        setReady(outcome.value)
        break
      case 'cancelled':
        setState(({ model }) => {
          const before = currentModel(model)
          return { model: before ? { kind: 'ready', model: before } : { kind: 'none' } }
        })
        break
      case 'failed':
        setState({ model: { kind: 'failed', source, error: outcome.error, previous: previous() } })
        break
    }
    return outcome
  }

  return {
    load,
    loadModel: async (source, options) => {
      await load(source, options ?? {})
    },
    cancelLoading: () => {
      loading?.abort()
    },
    unloadModel: () => {
      loading?.abort()
      engine.unload()
      setState({ model: { kind: 'none' }, promptEmbeddings: new Map() })
      queue.pump()
    },
  }
}
