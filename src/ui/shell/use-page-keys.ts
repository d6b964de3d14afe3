import { useEffect } from 'react'
import { useIntake } from '../pictures/use-intake'
import { useActions, useApp, usePlatform, useScreenStore } from '../ui-context'
import { questionMarkWorks } from './question-mark'

const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'button'].includes(target.type))

/** A field with text in it has its own undo; the empty add field leaves the key to the tags. */
const keepsUndo = (target: EventTarget | null): boolean =>
  isTextField(target) && !(target.matches('[data-add-tag]') && target.value === '')

/** Keys and pastes that work wherever focus is. */
export const usePageKeys = (): void => {
  const { store } = useApp()
  const { undoTags, redoTags, dismissNotice } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const { takeFiles, takeText, chooseFiles } = useIntake()

  useEffect(() => {
    /** Beside the pictures, what was done last to them is what one wants back. */
    const undo = () => {
      const amongPictures = document.activeElement?.matches(
        '[data-picture-grid], [data-picture-grid] *, [data-large-view], [data-large-view] *',
      )
      const notice = store.getState().notices.findLast(({ action }) => action && 'run' in action)
      if (!amongPictures || !notice) {
        undoTags()
        return
      }
      if (notice.action && 'run' in notice.action) notice.action.run()
      dismissNotice(notice.id)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = event.key.toLowerCase()
      const command = (event.ctrlKey || event.metaKey) && !event.altKey
      if (command && key === 'z' && !keepsUndo(event.target)) (event.shiftKey ? redoTags : undo)()
      else if (command && key === 'y' && !keepsUndo(event.target)) redoTags()
      else if (command && key === 'k') screen.setState({ dialog: 'commands' })
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
    const listening = new AbortController()
    window.addEventListener('keydown', onKey, { signal: listening.signal })
    window.addEventListener('paste', onPaste, { signal: listening.signal })
    return () => {
      listening.abort()
    }
  }, [store, undoTags, redoTags, dismissNotice, platform, screen, takeFiles, takeText, chooseFiles])
}
