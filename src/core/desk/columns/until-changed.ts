import type { Steps } from '../duplicates/pairs'

/** Something that takes long to work out of rows, and holds until they change. */
export interface UntilChanged<Value> {
  /** Works it out where it is not known. What the rows were like before a change is given, and not kept. */
  get(make: () => Steps<Value>): Steps<Value>
  /** Rows have changed. */
  forget(): void
}

/** Creates it with nothing worked out. */
export const createUntilChanged = <Value extends object>(): UntilChanged<Value> => {
  let known: Value | null = null
  let changes = 0
  return {
    get: function* (make) {
      if (known) return known
      const begun = changes
      const made = yield* make()
      if (begun === changes) known = made
      return made
    },
    forget: () => {
      known = null
      changes += 1
    },
  }
}
