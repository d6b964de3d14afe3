import { DECIDED, MARKS_KEY, type MarkMemory } from './earlier-visits'

/** Creates what takes down whether there are marks. @param local asked for at each use, as it may throw. */
export const createMarkMemory = (local: () => Storage): MarkMemory => ({
  write: (hasMarks, learns) => {
    try {
      if (hasMarks) local().setItem(MARKS_KEY, learns ? '1' : DECIDED)
      else local().removeItem(MARKS_KEY)
    } catch {
      // They come back with the first mark of the next visit then.
    }
  },
  learns: () => {
    try {
      const kept = local().getItem(MARKS_KEY)
      return kept !== null && kept !== DECIDED
    } catch {
      return false
    }
  },
})
