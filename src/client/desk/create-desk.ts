import type { Milliseconds } from '../../core/brands'
import { failedBy, type Outcome } from '../../core/errors/outcome'
import type { DeskApi } from '../../protocol/desk-api'
import type { FoundFiles } from '../../protocol/folder-api'
import type { ImportedProject } from '../../protocol/project-api'
import { proxy } from 'comlink'
import { createDeferred, type Deferred } from '../../core/async/deferred'
import type { KnownPicture, RecallPicture } from '../inference/picture-cache'
import { createSupervisedWorker } from '../workers/supervised-worker'

/** Pictures that outlive the visit, as the page sees them: the worker's contract, in a worker that may die. */
export interface Desk extends Omit<DeskApi, 'known' | 'recall' | 'walk'> {
  /** As the contract has it; that more was found is a sign of life. */
  walk(
    walkId: string,
    folder: FileSystemDirectoryHandle,
    from: number,
    count: number,
    onFound: (found: number) => void,
  ): Promise<Outcome<FoundFiles>>
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

  /** What the desk has of a model, so that it is not asked about each picture that is new: a message each costs the page. */
  const known = new Map<string, Promise<Set<string>>>()

  const knownOf = (modelKey: string): Promise<Set<string>> => {
    const before = known.get(modelKey)
    if (before) return before
    const asking = run((api) => api.known(modelKey)).then((outcome) => {
      if (outcome.kind !== 'done') known.delete(modelKey)
      return new Set(outcome.kind === 'done' ? outcome.value : [])
    })
    known.set(modelKey, asking)
    return asking
  }

  /** Questions about pictures that are put together when the ones before them are answered; by the model's key. */
  const asked = new Map<string, Map<string, Deferred<KnownPicture | null>>>()
  let asking = false

  const askTogether = async (modelKey: string, questions: Map<string, Deferred<KnownPicture | null>>) => {
    const outcome = await run((api) => api.recall(modelKey, [...questions.keys()]))
    const found = outcome.kind === 'done' ? outcome.value : []
    ;[...questions.values()].forEach(({ resolve }, i) => {
      const recalled = found[i]
      resolve(recalled ? { ...recalled.facts, ...recalled.encoded } : null)
    })
  }

  const askAll = async () => {
    if (asking) return
    asking = true
    // What is asked in this turn goes together.
    await Promise.resolve()
    for (const [modelKey, questions] of asked) {
      asked.delete(modelKey)
      await askTogether(modelKey, questions)
    }
    asking = false
  }

  return {
    list: () => run((api) => api.list()),
    hold: async (setId) => {
      const outcome = await run((api) => api.hold(setId))
      held = outcome.kind === 'done' && outcome.value !== null ? setId : null
      generation = worker.generation()
      return outcome
    },
    keep: async (change) => {
      const outcome = await run((api) => api.keep(change))
      if (outcome.kind === 'done')
        for (const { facts, encoded } of change.encoded)
          void known.get(encoded.modelKey)?.then((sha256s) => sha256s.add(facts.sha256))
      return outcome
    },
    folders: (setId) => run((api) => api.folders(setId)),
    open: (setId, from) => run((api) => api.open(setId, from)),
    arrived: (setId, from) => run((api) => api.arrived(setId, from)),
    recall: async (modelKey, sha256) => {
      if (!(await knownOf(modelKey)).has(sha256)) return null
      const questions = asked.get(modelKey) ?? new Map<string, Deferred<KnownPicture | null>>()
      asked.set(modelKey, questions)
      const question = questions.get(sha256) ?? createDeferred<KnownPicture | null>()
      questions.set(sha256, question)
      void askAll()
      return question.promise
    },
    importProject: async (setId, file, onProgress, signal) => {
      const outcome = await worker.run<ImportedProject | null>({
        doing: 'keeping files',
        deadline: SILENCE,
        signal,
        work: (api, callSignal, heartbeat) => {
          const tell = (count: number, total: number) => {
            heartbeat()
            onProgress(count, total)
          }
          return api.importProject(setId, file, proxy(tell), callSignal)
        },
      })
      // It may know more pictures of a model by now.
      known.clear()
      return outcome
    },
    walk: (walkId, folder, from, count, onFound) =>
      worker.run<FoundFiles>({
        doing: 'keeping files',
        deadline: SILENCE,
        signal: never,
        work: (api, _, heartbeat) => {
          const tell = (found: number) => {
            heartbeat()
            onFound(found)
          }
          return api.walk(walkId, folder, from, count, proxy(tell))
        },
      }),
    endWalk: (walkId) => run((api) => api.endWalk(walkId)),
    hashOf: (file) => run((api) => api.hashOf(file)),
    whenCopied: () => run((api) => api.whenCopied()),
    differing: () => run((api) => api.differing()),
    keepDiffering: (put, removed) => run((api) => api.keepDiffering(put, removed)),
    forget: (setIds) => run((api) => api.forget(setIds)),
    moveJobs: () => run((api) => api.moveJobs()),
    planMove: (job, records) => run((api) => api.planMove(job, records)),
    moveOn: (jobId, given) => run((api) => api.moveOn(jobId, given)),
    turnMove: (jobId) => run((api) => api.turnMove(jobId)),
  }
}
