/** Prefixed: every project of one GitHub Pages owner shares one origin. */
export const MARKS_KEY = 'taglens.marks'

/** Of marks that are decisions and no more. Any other text is of marks that are learned from, as all were once. */
export const DECIDED = 'decided'

/** Whether marks are kept, so that a visit without any loads nothing of them. @param local may throw when it is asked. */
export const hasKeptMarks = (local: () => Storage): boolean => {
  try {
    return local().getItem(MARKS_KEY) !== null
  } catch {
    return false
  }
}

/**
 * Whether there was a visit before this one. A browser writes `localStorage` seconds late, so one that is killed at its first
 * visit loses the note that there was one (`welcomed`), and none of its databases: they are asked then. Marks are noted again
 * where there are any, since without it they would wait for the next one, and "forget all" would pass them over.
 * @param local may throw when it is asked.
 */
export const wasHere = async (welcomed: boolean, local: () => Storage): Promise<boolean> => {
  if (welcomed) return true
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (names.includes('taglens-marks')) local().setItem(MARKS_KEY, DECIDED)
    return names.includes('taglens-desk')
  } catch {
    return false
  }
}

/** Takes down whether there are marks, for the next visit to know without looking for them, and what they are for. */
export interface MarkMemory {
  /** @param learns whether a classifier of the person's own learns from them and answers. */
  write(hasMarks: boolean, learns: boolean): void
  learns(): boolean
}
