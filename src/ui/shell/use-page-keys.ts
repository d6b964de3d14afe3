import { useEffect } from 'react'
import { useIntake } from '../pictures/add/use-intake'
import { useActions, usePlatform, useScreenStore } from '../context/ui-context'

/** Prefixed: every project of one GitHub Pages owner shares one origin. */
const KEY = 'taglens.question-mark'

/**
 * Whether a question mark opens the list of keys. A key of one character must be possible to switch off, for
 * those who dictate or press keys by accident (WCAG 2.1.4); it is the only one that works everywhere.
 */
export const questionMarkWorks = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Switches it on or off; without effect where storage is refused. */
export const setQuestionMark = (works: boolean): void => {
  try {
    if (works) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Full or forbidden: the key stays as it was.
  }
}

const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'button'].includes(target.type))

/**
 * Watches what is typed into fields, to tell those that have something to undo or redo by themselves: with text in
 * them, or emptied by the person. One that the page has emptied, as when a tag was added, has nothing.
 */
const watchTyping = (signal: AbortSignal) => {
  const emptiedBy = new WeakMap<EventTarget, 'undo' | 'typing'>()
  const onInput = (event: Event) => {
    const { target } = event
    if (!isTextField(target)) return
    const isUndo = event instanceof InputEvent && event.inputType === 'historyUndo'
    if (target.value === '') emptiedBy.set(target, isUndo ? 'undo' : 'typing')
    else emptiedBy.delete(target)
  }
  window.addEventListener('input', onInput, { signal, capture: true })
  const holdsText = (target: EventTarget | null) => isTextField(target) && target.value !== ''
  return {
    hasUndo: (target: EventTarget | null) =>
      holdsText(target) || (target && emptiedBy.get(target)) === 'typing',
    hasRedo: (target: EventTarget | null) => holdsText(target) || (target !== null && emptiedBy.has(target)),
  }
}

/**
 * Whether undo ends at a field although nothing is left to undo in it: where the key is held down, which would go on
 * into the page's history, and in a dialog, behind which no one sees what it takes back. The browser must not have
 * the key either: Chromium would go on with another field's text.
 */
const keepsUndo = ({ target, repeat }: KeyboardEvent): boolean =>
  isTextField(target) && (repeat || target.closest('[role=dialog]') !== null)

/** The letter of a key, also where the keyboard writes another script and Ctrl is held. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? key).toLowerCase()

/** Keys and pastes that work wherever focus is. */
export const usePageKeys = (): void => {
  const { undo, redo } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const { takeFiles, takeText, chooseFiles } = useIntake()

  useEffect(() => {
    const listening = new AbortController()
    const { hasUndo, hasRedo } = watchTyping(listening.signal)
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = letterOf(event)
      const command = (event.ctrlKey || event.metaKey) && !event.altKey
      const isRedo = command && (key === 'y' || (key === 'z' && event.shiftKey))
      const isUndo = command && key === 'z' && !event.shiftKey
      if (isRedo && !hasRedo(event.target)) {
        if (!keepsUndo(event)) redo()
      } else if (isUndo && !hasUndo(event.target)) {
        if (!keepsUndo(event)) undo()
      } else if (command && key === 'k') screen.setState({ dialog: 'commands' })
      else if (command && key === 'o') void chooseFiles()
      else if (event.key === '?' && !command && !isTextField(event.target) && questionMarkWorks())
        screen.setState({ dialog: 'keys' })
      else return
      event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented) return
      const files = platform.filesFromPaste(event)
      const intoField = isTextField(event.target)
      if (files.length > 0) void takeFiles(files)
      else if (!intoField) takeText(event.clipboardData?.getData('text/plain') ?? '')
      if (files.length > 0 || !intoField) event.preventDefault()
    }
    window.addEventListener('keydown', onKey, { signal: listening.signal })
    window.addEventListener('paste', onPaste, { signal: listening.signal })
    return () => {
      listening.abort()
    }
  }, [undo, redo, platform, screen, takeFiles, takeText, chooseFiles])
}
