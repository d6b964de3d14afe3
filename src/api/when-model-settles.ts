import type { EngineClient } from '../client/engine-client'
import type { ModelTask } from '../core/model/loaded-model'
import type { HostedStanding } from '../protocol/hosted-line'
import type { RunningApp } from '../state/create-app'

/** Where the model is looked for. */
export interface ModelPlace {
  readonly engine: Pick<EngineClient, 'model'>
  readonly running: Pick<RunningApp, 'app'>
}

/** A model that is stored opens in seconds; one that is still downloaded is not waited for, in milliseconds. */
const LOADING_WITHIN = 30_000

/** Whether a model of this kind answers now, or may soon. `null` takes any kind. */
export const modelStanding = ({ engine, running }: ModelPlace, task: ModelTask | null): HostedStanding => {
  const model = engine.model()
  if (model && (task === null || model.task === task)) return 'ready'
  const { kind } = running.app.store.getState().model
  return kind === 'loading' || kind === 'planning' ? 'loading' : 'unready'
}

/** Resolves when nothing is loading that could be asked, or nobody waits, but not later than in half a minute. */
export const whenModelSettles = (
  place: ModelPlace,
  task: ModelTask | null,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const look = () => {
      if (modelStanding(place, task) !== 'loading') finish()
    }
    const timer = setTimeout(finish, LOADING_WITHIN)
    const unsubscribe = place.running.app.store.subscribe(look)
    signal.addEventListener('abort', finish, { once: true })
    look()
  })
