/** Keeps tabs out of each other's way. Where a browser has no Web Locks there is one tab, as far as we know. */
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

/** @param root the outermost folder: locks and channels are the whole origin's. */
export const createStoreLocks = (root: string): StoreLocks => {
  const channel = new BroadcastChannel(`${root} stop`)
  const running = new Set<{ readonly key: string; readonly controller: AbortController }>()
  const stop = (key: unknown) => {
    for (const work of running) if (work.key === key) work.controller.abort()
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    stop(data)
  }

  return {
    withRecords: async (work) => {
      const locks = lockManager()
      return locks ? locks.request(`${root} records`, () => work()) : work()
    },
    withModel: async <T>(key: string, signal: AbortSignal, onWait: () => void, work: () => Promise<T>) => {
      const locks = lockManager()
      if (!locks) return work()
      const name = `${root} model ${key}`
      const took = await locks.request(name, { ifAvailable: true }, async (lock) =>
        lock ? { result: await work() } : null,
      )
      if (took) return took.result
      onWait()
      try {
        return await locks.request(name, { signal }, () => work())
      } catch (error) {
        if (signal.aborted) return null
        throw error
      }
    },
    stopOthers: (key) => {
      stop(key)
      channel.postMessage(key)
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
