import { useEffect } from 'react'

/**
 * Notes on the root whether the pointer or the keyboard was used last. Browsers show the ring of
 * `:focus-visible` also where a script moved focus after a click; `theme.css` hides it there.
 */
export const useInputKind = (): void => {
  useEffect(() => {
    const listening = new AbortController()
    const options = { signal: listening.signal, capture: true, passive: true }
    const note = (kind: 'pointer' | 'keyboard') => () => {
      document.documentElement.dataset.input = kind
    }
    window.addEventListener('pointerdown', note('pointer'), options)
    window.addEventListener('keydown', note('keyboard'), options)
    return () => listening.abort()
  }, [])
}
