import { useState } from 'react'
import { useAppState } from '../../context/ui-context'

/**
 * The value of a field that shows a piece of the state: while a person is at it, what they last gave; else
 * what the state has, as also when undo, redo or another tab has put something else there. See `frame-store.ts` for
 * why the two may differ for the length of a frame.
 */
export const useTyped = <Value>(value: Value, onChange: (value: Value) => void) => {
  const overrides = useAppState((state) => state.overrides)
  const [typed, setTyped] = useState<{ readonly value: Value; readonly overrides: number } | null>(null)
  return {
    shown: typed?.overrides === overrides ? typed.value : value,
    set: (next: Value) => {
      setTyped({ value: next, overrides })
      onChange(next)
    },
    /** To be called when the person leaves the field. */
    leave: () => setTyped(null),
  }
}
