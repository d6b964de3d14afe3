import type { LoadOptions, PlanOptions } from '../client/engine-client'
import type { Bytes } from '../core/brands'
import type { LoadedModel, LoadProgress, LoadStage } from '../core/model/loaded-model'
import type { ModelChoice } from '../core/model/model-choice'
import type { AnsweringModel } from '../core/model/model-phase'
import type { Outcome } from '../core/outcome'
import type { ActionDeps } from './app-deps'
import { answeringModel } from './current-model'

/** The way of a model from being chosen to being ready. A newer one takes the place of one that is under way. */
export interface ModelLoader {
  /** Asks what the choice takes. What is here already is loaded at once. Resolves to whether it was loaded. */
  plan(choice: ModelChoice): Promise<'loading' | 'waiting'>
  /** @param from where a download that was paused has got to. */
  load(
    choice: ModelChoice,
    options?: Partial<Pick<LoadOptions, 'signal' | 'onProgress'>>,
    from?: LoadProgress,
  ): Promise<Outcome<LoadedModel>>
  pause(): void
  /** Ends whatever is under way and goes back to the model that answers. */
  cancel(): void
}

interface Job {
  readonly controller: AbortController
}

const NOTHING_LOADED: LoadProgress = { stage: 'asking', loaded: 0 as Bytes, total: null }

/** Stages in which stopping saves anything: what comes after them is over in seconds. */
const PAUSABLE: ReadonlySet<LoadStage> = new Set<LoadStage>(['asking', 'waiting', 'downloading'])

/** Whether a load can be put off at this stage. */
export const canPause = ({ stage }: LoadProgress): boolean => PAUSABLE.has(stage)

/** A choice as the engine takes it, where what is not insisted on is not named. */
export const toPlanOptions = ({ dtype, device }: ModelChoice): Omit<PlanOptions, 'signal'> => ({
  ...(dtype !== 'auto' && { dtype }),
  ...(device !== 'auto' && { device }),
})

/**
 * Creates the loader over the store.
 * @param onReady makes a model the one that answers.
 */
export const createModelLoader = (
  { store, engine }: Pick<ActionDeps, 'store' | 'engine'>,
  onReady: (answering: AnsweringModel) => void,
): ModelLoader => {
  const { getState, setState } = store
  let job: Job | null = null

  // Read anew each time: the model that answers may be replaced by a demoted one meanwhile.
  const previous = () => answeringModel(getState().model)

  const begin = (): Job => {
    job?.controller.abort()
    job = { controller: new AbortController() }
    return job
  }

  const rest = () => {
    const before = previous()
    setState({
      model: before ? { kind: 'ready', model: before.model, choice: before.choice } : { kind: 'none' },
    })
  }

  const load: ModelLoader['load'] = async (choice, { signal, onProgress } = {}, from = NOTHING_LOADED) => {
    const mine = begin()
    const abort = () => {
      mine.controller.abort()
    }
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    setState({
      model: { kind: 'loading', choice, progress: { ...from, stage: 'asking' }, previous: previous() },
    })
    const outcome = await engine.load(choice.source, {
      ...toPlanOptions(choice),
      signal: mine.controller.signal,
      onProgress: (progress) => {
        const { model } = getState()
        if (job === mine && model.kind === 'loading') {
          const loaded = Math.max(model.progress.loaded, progress.loaded) as Bytes
          setState({ model: { ...model, progress: { ...progress, loaded } } })
        }
        onProgress?.(progress)
      },
    })
    signal?.removeEventListener('abort', abort)
    // A newer load speaks for the page now.
    if (job !== mine) return outcome
    job = null
    const paused = getState().model.kind === 'paused'
    switch (outcome.kind) {
      case 'done':
        // Also where a pause came too late to stop it.
        onReady({ model: outcome.value, choice })
        break
      case 'cancelled':
        if (!paused) rest()
        break
      case 'failed':
        if (!paused)
          setState({
            model: { kind: 'failed', during: 'loading', choice, error: outcome.error, previous: previous() },
          })
        break
    }
    return outcome
  }

  return {
    load,
    plan: async (choice) => {
      const mine = begin()
      setState({ model: { kind: 'planning', choice, previous: previous() } })
      const outcome = await engine.plan(choice.source, {
        ...toPlanOptions(choice),
        signal: mine.controller.signal,
      })
      if (job !== mine) return 'waiting'
      job = null
      switch (outcome.kind) {
        case 'done':
          if (outcome.value.missing === 0) {
            void load(choice)
            return 'loading'
          }
          setState({ model: { kind: 'planned', choice, plan: outcome.value, previous: previous() } })
          break
        case 'cancelled':
          rest()
          break
        case 'failed':
          setState({
            model: { kind: 'failed', during: 'planning', choice, error: outcome.error, previous: previous() },
          })
          break
      }
      return 'waiting'
    },
    pause: () => {
      const { model } = getState()
      if (model.kind !== 'loading' || !canPause(model.progress)) return
      setState({ model: { ...model, kind: 'paused' } })
      job?.controller.abort()
    },
    cancel: () => {
      job?.controller.abort()
      job = null
      if (getState().model.kind !== 'ready') rest()
    },
  }
}
