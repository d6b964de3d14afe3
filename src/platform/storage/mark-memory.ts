/** Prefixed: every project of one GitHub Pages owner shares one origin. */
export const MARKS_KEY = 'taglens.marks'

/** Whether marks are kept, so that a visit without any loads nothing of them. @param local may throw when it is asked. */
export const hasKeptMarks = (local: () => Storage): boolean => {
  try {
    return local().getItem(MARKS_KEY) !== null
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
