import { Dialog } from 'radix-ui'
import { type ComponentProps, useState } from 'react'
import { classNames } from '../class-names'

/** What has focus: of an entry of a menu, which goes with its press, the button that opened the menu. */
const focusedNow = (): Element | null => {
  const focused = document.activeElement
  const opener = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return (opener ? document.getElementById(opener) : null) ?? focused
}

/**
 * What `onCloseAutoFocus` of a Radix dialog is given: focus goes back to where it was when the dialog opened.
 * Radix gives it to the dialog's trigger; ours have none, being opened by keys, by drops, from menus and by other
 * dialogs, and then it would leave focus on `body`. Where that is gone, it goes to the pictures.
 */
const useReturnedFocus = (): ((event: Event) => void) => {
  const [before] = useState(focusedNow)
  return (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    if (before instanceof HTMLElement) before.focus()
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-picture-grid], [data-large-view]')?.focus()
  }
}

interface DialogLayerProps extends ComponentProps<typeof Dialog.Content> {
  readonly onClose: () => void
}

/** What floats over the page until closed: focus stays inside, Escape closes, focus returns. */
export const DialogLayer = ({
  onClose,
  className,
  onCloseAutoFocus,
  children,
  ...content
}: DialogLayerProps) => {
  const returnFocus = useReturnedFocus()
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog.Portal>
        {/* Not `Dialog.Overlay`: it locks scrolling by a style element, which the page's policy forbids. */}
        <div className="pointer-events-auto fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus?.(event)
            returnFocus(event)
          }}
          className={classNames('fixed z-40 flex flex-col bg-raised shadow-float outline-none', className)}
          {...content}
        >
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
