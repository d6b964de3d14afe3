import type { EngineClient } from '../client/engine-client'
import type { ModelTask } from '../core/tasks/model-task'
import { isOnItsWay } from '../core/model/model-phase'
import type { HostedReadiness } from '../protocol/hosted-channel'
import type { RunningApp } from '../state/create-app'

/** Where the model is looked for. */
export interface ModelPlace {
  readonly engine: Pick<EngineClient, 'model'>
  readonly running: Pick<RunningApp, 'app'>
}

/** A model that is stored opens in seconds; a hosted request does not wait for one that is still downloaded, in milliseconds. */
export const LOADING_WITHIN = 30_000

/** Whether a model of this kind answers now, or may soon. `null` takes any kind. */
export const modelReadiness = ({ engine, running }: ModelPlace, task: ModelTask | null): HostedReadiness => {
  const loaded = engine.model()
  if (loaded && (task === null || loaded.task === task)) return 'ready'
  const { isStarting, model } = running.app.store.getState()
  return isStarting || isOnItsWay(model) ? 'loading' : 'unready'
}

/**
 * Resolves when a model of this kind answers, when none is on its way any more, or when `signal` is aborted.
 * @param within milliseconds after which it is not waited for any longer; without a limit unless given.
 */
export const whenModelSettles = (
  place: ModelPlace,
  task: ModelTask | null,
  signal: AbortSignal,
  within?: number,
): Promise<void> =>
  new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      unsubscribe()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const look = () => {
      if (signal.aborted || modelReadiness(place, task) !== 'loading') finish()
    }
    const timer = within === undefined ? undefined : setTimeout(finish, within)
    const unsubscribe = place.running.app.store.subscribe(look)
    signal.addEventListener('abort', finish)
    look()
  })
