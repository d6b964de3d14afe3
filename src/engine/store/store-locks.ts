import { joinChannel } from '../../protocol/join-channel'

/** Keeps tabs out of each other's way. Where a browser has or gives no Web Locks, there is one tab, as far as we know. */
export interface StoreLocks {
  /** Runs `work` alone among all that change records or collect orphans. Short work only. */
  withRecords<T>(work: () => Promise<T>): Promise<T>
  /**
   * Runs `work` alone for one model.
   * @param onWait called if another tab is at it, before this one waits.
   * @returns `null` if `signal` is aborted while waiting.
   */
  withModel<T>(
    key: string,
    signal: AbortSignal,
    onWait: () => void,
    work: () => Promise<T>,
  ): Promise<T | null>
  /** Asks every tab to stop what it does with a model, this worker included. */
  stopOthers(key: string): void
  /** A signal that is aborted by {@link StoreLocks.stopOthers} of any tab, and by `signal`. */
  stoppable(key: string, signal: AbortSignal): { readonly signal: AbortSignal; done(): void }
}

// A browser outside secure contexts has neither, whatever TypeScript's library says.
const lockManager = (): LockManager | undefined => (navigator as Partial<WorkerNavigator>).locks

/** What stands for a lock where there are none. */
const NO_LOCK: Lock = { name: '', mode: 'exclusive' }

/** Does `work` under a lock. Where the browser has no locks, or refuses them with all storage, without one. */
const holding = async <T>(
  name: string,
  options: LockOptions,
  work: (lock: Lock | null) => Promise<T>,
): Promise<T> => {
  // As a field, since TypeScript does not see what a callback does to a variable.
  const state = { begun: false }
  const begin = (lock: Lock | null) => {
    state.begun = true
    return work(lock)
  }
  try {
    // Awaited here, since the refusal is a rejection.
    return await (lockManager()?.request(name, options, begin) ?? begin(NO_LOCK))
  } catch (error) {
    if (state.begun || options.signal?.aborted) throw error
    return begin(NO_LOCK)
  }
}

/** @param root the outermost folder: locks and channels are the whole origin's. */
export const createStoreLocks = (root: string): StoreLocks => {
  const channel = joinChannel(`${root} stop`)
  const running = new Set<{ readonly key: string; readonly controller: AbortController }>()
  const stop = (key: unknown) => {
    for (const work of running) if (work.key === key) work.controller.abort()
  }
  channel.listen(stop)

  return {
    withRecords: (work) => holding(`${root} records`, {}, work),
    withModel: async <T>(key: string, signal: AbortSignal, onWait: () => void, work: () => Promise<T>) => {
      const name = `${root} model ${key}`
      const took = await holding(name, { ifAvailable: true }, async (lock) =>
        lock ? { result: await work() } : null,
      )
      if (took) return took.result
      onWait()
      try {
        return await holding(name, { signal }, work)
      } catch (error) {
        if (signal.aborted) return null
        throw error
      }
    },
    stopOthers: (key) => {
      stop(key)
      channel.post(key)
    },
    stoppable: (key, signal) => {
      const work = { key, controller: new AbortController() }
      const forward = () => {
        work.controller.abort()
      }
      if (signal.aborted) forward()
      else signal.addEventListener('abort', forward, { once: true })
      running.add(work)
      return {
        signal: work.controller.signal,
        done: () => {
          running.delete(work)
          signal.removeEventListener('abort', forward)
        },
      }
    },
  }
}
