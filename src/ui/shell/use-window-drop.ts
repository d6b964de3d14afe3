import { useEffect } from 'react'
import { useIntake } from '../pictures/add/use-intake'
import { usePlatform, useScreenStore } from '../context/ui-context'

const isFieldTarget = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')

const isText = ({ types }: DataTransfer): boolean =>
  !types.includes('Files') && !types.includes('text/uri-list')

/** Makes the whole window the drop zone. */
export const useWindowDrop = (): void => {
  const platform = usePlatform()
  const screen = useScreenStore()
  const { takeDrop } = useIntake()
  useEffect(() => {
    // A text of the page itself that is dragged about is not meant for it.
    let own = false
    const leave = () => {
      if (screen.getState().drag !== null) screen.setState({ drag: null })
    }
    // Asked once per drag: a browser says the same of it every time.
    const over = (event: DragEvent) => {
      const { dataTransfer, target } = event
      if (!dataTransfer || own) return
      // A text dragged into a field is the field's; a picture or an address is not.
      if (isFieldTarget(target) && isText(dataTransfer)) return
      event.preventDefault()
      dataTransfer.dropEffect = 'copy'
      if (screen.getState().drag === null) screen.setState({ drag: platform.describeDrag(dataTransfer) })
    }
    const drop = (event: DragEvent) => {
      leave()
      const { dataTransfer } = event
      if (!dataTransfer || own || event.defaultPrevented) return
      if (isFieldTarget(event.target) && isText(dataTransfer)) return
      event.preventDefault()
      void takeDrop(dataTransfer, 'pictures')
    }
    const out = (event: DragEvent) => {
      if (event.relatedTarget === null) leave()
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragstart', () => (own = true), { signal })
    window.addEventListener('dragend', () => (own = false), { signal })
    window.addEventListener('dragenter', over, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', out, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => {
      listening.abort()
    }
  }, [platform, screen, takeDrop])
}
