import { useState } from 'react'

/**
 * What `onCloseAutoFocus` of a Radix dialog is given: focus goes back to where it was when the dialog opened.
 * Radix gives it to the dialog's trigger; ours have none, being opened by keys, by drops and by other dialogs,
 * and then it would leave focus on `body`.
 */
export const useReturnedFocus = (): ((event: Event) => void) => {
  const [before] = useState(() => document.activeElement)
  return (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    if (before instanceof HTMLElement) before.focus()
  }
}
