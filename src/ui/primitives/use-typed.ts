import { useState } from 'react'

/**
 * The value of a field that shows a piece of the state: while a person is at it, what they last gave; else
 * what the state has. See `frame-store.ts` for why the two may differ for the length of a frame.
 */
export const useTyped = <Value>(value: Value, onChange: (value: Value) => void) => {
  const [typed, setTyped] = useState<{ readonly value: Value } | null>(null)
  return {
    shown: typed === null ? value : typed.value,
    set: (next: Value) => {
      setTyped({ value: next })
      onChange(next)
    },
    /** To be called when the person leaves the field. */
    leave: () => setTyped(null),
  }
}
