import type { Milliseconds } from '../../core/brands'
import { failedBy, type Outcome } from '../../core/errors/outcome'
import type { DeskApi } from '../../protocol/desk-api'
import { createDeferred, type Deferred } from '../../core/async/deferred'
import type { KnownPicture, RecallPicture } from '../inference/picture-cache'
import { createSupervisedWorker } from '../workers/supervised-worker'

/** Pictures that outlive the visit, as the page sees them: the worker's contract, in a worker that may die. */
export interface Desk extends Omit<DeskApi, 'recall'> {
  readonly recall: RecallPicture
}

/** A disk that is asked for thousands of pictures may take a while; a wedged one is given up after that. */
const SILENCE = 60_000 as Milliseconds

/** Creates the page's end. The worker starts with the first call, and again where it has died. */
export const createDesk = (spawn: () => Worker): Desk => {
  const worker = createSupervisedWorker<DeskApi>(spawn)
  const never = new AbortController().signal
  let held: string | null = null
  let generation = 0

  const run = async <T>(
    work: (api: Parameters<Parameters<typeof worker.run<T>>[0]['work']>[0]) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const outcome = await worker.run<T>({
      doing: 'keeping files',
      deadline: SILENCE,
      signal: never,
      work: async (api) => {
        // A worker that took the place of one that died holds nothing yet.
        if (held !== null && worker.generation() !== generation) {
          generation = worker.generation()
          await api.hold(held)
        }
        return work(api)
      },
    })
    if (failedBy(outcome, 'ENGINE_TIMEOUT', 'ENGINE_CRASHED')) generation = 0
    return outcome
  }

  /** Questions about pictures that wait for the end of this turn, to be put together; by the model's key. */
  const asked = new Map<string, Map<string, Deferred<KnownPicture | null>>>()

  const askTogether = async (modelKey: string) => {
    const questions = asked.get(modelKey) ?? new Map<string, Deferred<KnownPicture | null>>()
    asked.delete(modelKey)
    const outcome = await run((api) => api.recall(modelKey, [...questions.keys()]))
    const found = outcome.kind === 'done' ? outcome.value : []
    ;[...questions.values()].forEach(({ resolve }, i) => {
      const recalled = found[i]
      if (!recalled) {
        resolve(null)
        return
      }
      resolve({ ...recalled.facts, ...recalled.encoded })
    })
  }

  return {
    list: () => run((api) => api.list()),
    hold: async (setId) => {
      const outcome = await run((api) => api.hold(setId))
      held = outcome.kind === 'done' && outcome.value !== null ? setId : null
      generation = worker.generation()
      return outcome
    },
    keep: (change) => run((api) => api.keep(change)),
    open: (setId) => run((api) => api.open(setId)),
    recall: (modelKey, sha256) => {
      const questions = asked.get(modelKey) ?? new Map<string, Deferred<KnownPicture | null>>()
      if (questions.size === 0) {
        asked.set(modelKey, questions)
        setTimeout(() => void askTogether(modelKey), 0)
      }
      const question = questions.get(sha256) ?? createDeferred<KnownPicture | null>()
      questions.set(sha256, question)
      return question.promise
    },
    whenCopied: () => run((api) => api.whenCopied()),
    forget: (setIds) => run((api) => api.forget(setIds)),
  }
}
