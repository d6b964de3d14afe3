import { proxy } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { Head } from '../../core/tasks/own/head'
import type { Choice } from '../../core/tasks/own/train'
import type { Outcome } from '../../core/errors/outcome'
import type { ClassifierApi, Examples } from '../../protocol/classifier-api'
import { createSupervisedWorker, type Job } from '../workers/supervised-worker'

/** A classifier of the person's own, as the page sees it: the worker's contract, in a worker that may die. */
export interface Classifier extends Omit<ClassifierApi, 'fit'> {
  fit(examples: Examples, choice: Choice | null, signal: AbortSignal): Promise<Outcome<Head>>
}

/** Of one step of training: a fold of thousands of examples takes seconds on a slow machine. */
const SILENCE = 60_000 as Milliseconds

/** Creates the page's end. The worker starts with the first call, and again where it has died. */
export const createClassifier = (spawn: () => Worker): Classifier => {
  const worker = createSupervisedWorker<ClassifierApi>(spawn)
  const never = new AbortController().signal
  const keeping = <T>(work: Job<ClassifierApi, T>['work']): Promise<Outcome<T>> =>
    worker.run({ doing: 'keeping files', deadline: SILENCE, signal: never, work })
  return {
    fit: (examples, choice, signal) =>
      worker.run({
        doing: 'training',
        deadline: SILENCE,
        signal,
        work: (api) => api.fit(examples, choice),
      }),
    train: (examples, signal, onProgress) =>
      worker.run({
        doing: 'training',
        deadline: SILENCE,
        signal,
        work: (api, callSignal, heartbeat) =>
          api.train(
            examples,
            callSignal,
            proxy((share: number) => {
              heartbeat()
              if (!callSignal.aborted) onProgress(share)
            }),
          ),
      }),
    recall: () => keeping((api) => api.recall()),
    keep: (put, removed) => keeping((api) => api.keep(put, removed)),
    recallVersions: () => keeping((api) => api.recallVersions()),
    keepVersions: (versions) => keeping((api) => api.keepVersions(versions)),
    forgetAll: () => keeping((api) => api.forgetAll()),
  }
}
