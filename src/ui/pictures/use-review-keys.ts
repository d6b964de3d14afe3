import type { KeyboardEvent } from 'react'
import { useActions, useApp } from '../context/ui-context'
import { useAttempt } from '../parts/use-attempt'

/** By its place: the digit that Shift would turn, the letter of a keyboard in another script. */
const PLACE = /^(?:Digit|Numpad|Key)([1-9NPUX])$/

/** What decides on pictures by a key, in the grid or over a large one. @returns whether the key was one of these. */
export const useReviewKeys = (): ((event: KeyboardEvent, isLarge: boolean) => boolean) => {
  const { store } = useApp()
  const { marking } = useActions()
  const attempt = useAttempt()
  return (event, isLarge) => {
    // On a button Enter presses it.
    const isEnter = event.key === 'Enter' && event.target === event.currentTarget
    const key = isEnter ? 'Enter' : PLACE.exec(event.code)?.[1]
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
    event.preventDefault()
    event.stopPropagation()
    const pressed = { key, selection: store.getState().selection, isLarge, isNot: event.shiftKey }
    void attempt(async () => (await marking.load()).review.press(pressed))
    return true
  }
}
