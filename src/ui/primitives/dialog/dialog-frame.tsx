import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '../../context/ui-context'
import { DialogLayer } from './dialog-layer'
import { IconButton } from '../icon-button'

interface DialogFrameProps {
  readonly title: string
  /** A sheet rises from the bottom of a phone and is as wide as it; a dialog floats in the middle, a wide one too. */
  readonly shape: 'dialog' | 'wide' | 'sheet'
  readonly onClose: () => void
  /** Stays in sight below what scrolls: the button that does what the dialog is for. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const shapes = {
  // By its top, so that what a choice adds below it moves nothing that is there.
  dialog:
    'top-[min(4rem,8dvh)] left-1/2 max-h-[calc(100dvh-2*min(4rem,8dvh))] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 rounded-card animate-fade',
  wide: 'inset-0 m-auto animate-fade md:h-[min(44rem,calc(100dvh-2rem))] md:w-[min(66rem,calc(100vw-2rem))] md:rounded-card max-md:pb-[env(safe-area-inset-bottom)]',
  sheet:
    'inset-x-0 bottom-0 h-[min(86dvh,44rem)] rounded-t-[16px] animate-rise pb-[env(safe-area-inset-bottom)]',
}

/** A dialog with its title and a button that closes it. */
export const DialogFrame = ({ title, shape, onClose, footer, children }: DialogFrameProps) => {
  const { t } = useWords()
  return (
    <DialogLayer
      tabIndex={-1}
      onOpenAutoFocus={(event) => {
        // The dialog itself, whose title is read then; not its first button, which closes it again.
        event.preventDefault()
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
      }}
      onEscapeKeyDown={(event) => {
        // In a field that Escape puts back as it was, it does that alone.
        if (event.target instanceof Element && event.target.matches('[data-own-escape]'))
          event.preventDefault()
      }}
      className={shapes[shape]}
      onClose={onClose}
    >
      <header className="flex min-h-12 shrink-0 items-center justify-between gap-2 border-b border-line py-1 pe-2 ps-4">
        <Dialog.Title className="min-w-0 text-14 leading-snug font-semibold">{title}</Dialog.Title>
        <Dialog.Close asChild>
          <IconButton icon={X} label={t('shell.close')} keys="Esc" />
        </Dialog.Close>
      </header>
      {/* Scrolled by keyboard where nothing inside takes focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} className="scroll-y min-h-0 flex-1 focus-visible:-outline-offset-2">
        {children}
      </div>
      {footer ? (
        <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">
          {footer}
        </div>
      ) : null}
    </DialogLayer>
  )
}
