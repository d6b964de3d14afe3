/** Prefixed: every project of one GitHub Pages owner shares one origin. */
const KEY = 'taglens.pictures'

/** Which list of pictures is this tab's, over its navigations. A tab that was duplicated remembers the same. */
export interface TabMemory {
  read(): string | null
  write(setId: string): void
}

/** @param session asked for at each use, since where cookies are blocked even naming it throws. */
export const createTabMemory = (session: () => Storage): TabMemory => {
  let inMemory: string | null = null
  return {
    read: () => {
      try {
        return session().getItem(KEY) ?? inMemory
      } catch {
        return inMemory
      }
    },
    write: (setId) => {
      inMemory = setId
      try {
        session().setItem(KEY, setId)
      } catch {
        // The list is this page's alone then.
      }
    },
  }
}
