import { Dialog } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names'
import { useReturnedFocus } from './use-returned-focus'

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
