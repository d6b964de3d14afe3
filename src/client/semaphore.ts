/** Lets at most so many hold it at a time; the others wait in order of arrival. */
export interface Semaphore {
  /** Resolves with the function that gives the place back; calling it twice is harmless. */
  acquire(): Promise<() => void>
}

/** Creates a semaphore of `places`. */
export const createSemaphore = (places: number): Semaphore => {
  let free = places
  const waiting: (() => void)[] = []
  const grant = (resolve: (release: () => void) => void) => {
    let held = true
    resolve(() => {
      if (!held) return
      held = false
      const next = waiting.shift()
      if (next) next()
      else free += 1
    })
  }
  return {
    acquire: () =>
      new Promise((resolve) => {
        if (free > 0) {
          free -= 1
          grant(resolve)
        } else {
          waiting.push(() => {
            grant(resolve)
          })
        }
      }),
  }
}
