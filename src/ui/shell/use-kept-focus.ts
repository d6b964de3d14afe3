import { useEffect } from 'react'

/** The button that adds pictures, of those that this layout shows the one nearest to where they would be. */
const addButton = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-adds-pictures]')].findLast((button) =>
    button.checkVisibility(),
  )

type Place = 'tags' | 'pictures'

interface Focused {
  readonly element: HTMLElement
  /** Where one goes on; from a notice that is where one was before. */
  readonly place: Place
}

/** Which list of the page an element belongs to. */
const placeOf = (element: HTMLElement): Place | null =>
  element.closest('[data-notices]')
    ? null
    : element.closest('[data-tags-panel]')
      ? 'tags'
      : element.closest('main')
        ? 'pictures'
        : null

/** The tag that Tab stops at, but not one on its way out, which is moved off the page by an animation. */
const tagBeside = (gone: HTMLElement): HTMLElement | null | undefined => {
  const row = gone.closest('[data-tag-row]')
  const stops = document.querySelectorAll<HTMLElement>('[data-tag-text][tabindex="0"]')
  return (
    [...stops].find((stop) => !row?.contains(stop)) ?? document.querySelector<HTMLElement>('[data-add-tag]')
  )
}

/** Where one goes on: beside what was removed, or where the list can be filled again. */
const nextTo = ({ element, place }: Focused): HTMLElement | null | undefined =>
  place === 'tags'
    ? tagBeside(element)
    : (document.querySelector<HTMLElement>('[data-picture-grid]') ??
      document.querySelector<HTMLElement>('[data-large-view]') ??
      // Where a filter has let the last picture go; the next key must not ask for files, nor show all again.
      document.querySelector<HTMLElement>('[data-shows-all]') ??
      addButton())

/** Whether nothing has focus, or what cannot be used any more. */
const isFocusLost = () =>
  document.activeElement === document.body || document.activeElement?.matches(':disabled') === true

/**
 * Keeps focus on the page when what had it goes, whatever took it away: a key, undo, or another tab. Dialogs keep
 * theirs by themselves.
 */
export const useKeptFocus = (): void => {
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    let last: Focused | null = null
    let lastPlace: Place = 'pictures'

    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const place = placeOf(target)
      lastPlace = place ?? lastPlace
      last = place || target.closest('[data-notices]') ? { element: target, place: lastPlace } : null
    }
    /** A press beside everything takes focus away on purpose. */
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !last?.element.contains(target)) last = null
    }
    /** And so does Tab, at the end of the page; where it leads to anything, that is what has focus next. */
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') last = null
    }
    const restore = () => {
      if (last && isFocusLost()) nextTo(last)?.focus()
    }
    const observer = new MutationObserver(() => {
      // What removed it may know better, and has until the next frame to say so.
      if (last && isFocusLost()) requestAnimationFrame(restore)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    window.addEventListener('focusin', onFocus, { signal })
    window.addEventListener('pointerdown', onPress, { signal, capture: true })
    window.addEventListener('keydown', onKey, { signal, capture: true })
    return () => {
      listening.abort()
      observer.disconnect()
    }
  }, [])
}
