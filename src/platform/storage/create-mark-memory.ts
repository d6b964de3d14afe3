import { MARKS_KEY, type MarkMemory } from './mark-memory'

/** Creates what takes down whether there are marks. @param local asked for at each use, as it may throw. */
export const createMarkMemory = (local: () => Storage): MarkMemory => ({
  write: (hasMarks) => {
    try {
      if (hasMarks) local().setItem(MARKS_KEY, '1')
      else local().removeItem(MARKS_KEY)
    } catch {
      // They come back with the first mark of the next visit then.
    }
  },
})
