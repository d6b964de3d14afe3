/**
 * A list is one tab's at a time: the worker that holds its lock may change it. The browser gives the lock back when the worker
 * ends, however it ends.
 */
export interface SetLocks {
  /** Resolves to whether the list is this worker's now. */
  take(setId: string): Promise<boolean>
  /** Gives the list back that is held. */
  release(): void
  /** Lists that some worker holds, this one included. */
  held(): Promise<ReadonlySet<string>>
}

/** A page that is opened again waits so long for the one before it, whose worker ends a moment later. */
const PAGE_BEFORE_MS = 3000

// Outside secure contexts there are none, whatever TypeScript's library says.
const lockManager = (): LockManager | undefined => (navigator as Partial<WorkerNavigator>).locks

/** @param root before the names of the locks, which are the whole origin's. */
export const createSetLocks = (root: string): SetLocks => {
  const prefix = `${root} pictures `
  let release: () => void = () => undefined
  return {
    take: (setId) => {
      release()
      const locks = lockManager()
      if (!locks) return Promise.resolve(true)
      return new Promise((resolve) => {
        locks
          .request(
            prefix + setId,
            { signal: AbortSignal.timeout(PAGE_BEFORE_MS) },
            () =>
              new Promise<void>((free) => {
                release = free
                resolve(true)
              }),
          )
          .catch(() => {
            resolve(false)
          })
      })
    },
    release: () => {
      release()
    },
    held: async () => {
      const { held = [] } = (await lockManager()?.query()) ?? {}
      return new Set(
        held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
      )
    },
  }
}
