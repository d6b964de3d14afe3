/** A value with the states before and after it, oldest first. Immutable: every change is a new history. */
export interface UndoHistory<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

/** How many steps can be taken back. A list of a thousand tags a step is then still under a megabyte or two. */
const LIMIT = 100

/** A history that begins at `present`, with nothing to undo. */
export const startHistory = <T>(present: T): UndoHistory<T> => ({ past: [], present, future: [] })

/** Makes `next` the present and forgets what had been undone. The same value again is no step. */
export const recordStep = <T>(history: UndoHistory<T>, next: T): UndoHistory<T> =>
  next === history.present
    ? history
    : { past: [...history.past, history.present].slice(-LIMIT), present: next, future: [] }

/** One step back; the same history where there is none. */
export const undo = <T>(history: UndoHistory<T>): UndoHistory<T> => {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  }
}

/** One step forward again; the same history where there is none. */
export const redo = <T>(history: UndoHistory<T>): UndoHistory<T> => {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future }
}
