import type { EngineClient } from '../client/engine-client'
import { listenToHostedLine } from '../client/hosted-line'
import { taskOf } from '../core/hosted-api/hosted-work'
import type { ModelTask } from '../core/model/loaded-model'
import type { HostedStanding } from '../protocol/hosted-line'
import type { RunningApp } from '../state/create-app'
import type { TaglensApi } from './taglens-api'

/** What the page answers the service worker with. */
export interface HostedRequestDeps {
  readonly container: ServiceWorkerContainer | undefined
  readonly engine: Pick<EngineClient, 'model'>
  readonly running: Pick<RunningApp, 'app'>
  readonly api: TaglensApi
  /** Address of the app. */
  readonly app: string
  readonly now: () => number
}

/** A model that is stored opens in seconds; one that is still downloaded is not waited for, in milliseconds. */
const LOADING_WITHIN = 30_000

/**
 * Lets the page answer requests of the hosted APIs that its service worker receives. The code that does the work is
 * loaded with the first of them.
 * @returns whether any request has come: it may be under way, and a reload would lose it.
 */
export const serveHostedRequests = (deps: HostedRequestDeps): (() => boolean) => {
  const { store } = deps.running.app
  let asked = false

  const standing = (task: ModelTask): HostedStanding => {
    if (deps.engine.model()?.task === task) return 'ready'
    const { kind } = store.getState().model
    return kind === 'loading' || kind === 'planning' ? 'loading' : 'unready'
  }

  /** Resolves when nothing is loading any more, but not later than in {@link LOADING_WITHIN}. */
  const whenSettled = (task: ModelTask, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer)
        unsubscribe()
        resolve()
      }
      const timer = setTimeout(finish, LOADING_WITHIN)
      const unsubscribe = store.subscribe(() => {
        if (standing(task) !== 'loading') finish()
      })
      signal.addEventListener('abort', finish, { once: true })
      if (standing(task) !== 'loading') finish()
    })

  listenToHostedLine(deps.container, {
    standing,
    answer: async (work, image, signal) => {
      asked = true
      const { answerHostedWork } = await import('./answer-hosted-work')
      await whenSettled(taskOf(work), signal)
      return answerHostedWork(deps, work, image, signal)
    },
  })
  return () => asked
}
