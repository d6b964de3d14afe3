import { useEffect, useState } from 'react'

/** Long enough to see what moved under the pointer, or came to light there; in milliseconds. */
const SEEN_MS = 1000

/** Of Chromium: it also tells whether something covers the element, or a frame around it is see-through. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean
}

/**
 * Whether an element has been in full view for a second and still is, so that a press on it is meant. A site that
 * frames the page may hide it under a picture, make it see-through or slide it under the pointer. Browsers without
 * the second version of `IntersectionObserver` tell only what is cut off or scrolled away.
 */
export const useSeenForASecond = (element: Element | null): boolean => {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element) return
    let inView = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      clearTimeout(timer)
      setSeen(false)
      if (inView) timer = setTimeout(setSeen, SEEN_MS, true)
    }
    // Not every browser knows the last two, nor do the types.
    const options = { threshold: 1, trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver((entries) => {
      const entry: VisibilityEntry | undefined = entries.at(-1)
      inView = entry?.intersectionRatio === 1 && (entry.isVisible ?? true)
      begin()
    }, options)
    observer.observe(element)
    // A window on top of this one may be closed between two clicks. In a frame the click itself brings focus.
    const isFramed = window.parent !== window
    if (!isFramed) window.addEventListener('focus', begin)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      window.removeEventListener('focus', begin)
    }
  }, [element])
  return seen
}
