import { useRef } from 'react'
import { Button } from '../primitives/button'
import { useWords } from '../context/ui-context'
import { FailedNote } from './failed-part'

interface FailedDialogProps {
  readonly error: unknown
  readonly tryAgain: () => void
  readonly onClose: () => void
}

const show = (dialog: HTMLDialogElement | null): void => {
  if (dialog && !dialog.open) dialog.showModal()
}

/** In the place of a dialog that failed. The browser's own, since the code of ours may be what is missing. */
export const FailedDialog = ({ error, tryAgain, onClose }: FailedDialogProps) => {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  /** Closed first, which gives focus back to where it was: there the dialog that opens next finds it. */
  const leave = () => dialog.current?.close()
  return (
    <dialog
      ref={(element) => {
        dialog.current = element
        show(element)
      }}
      role="alertdialog"
      aria-label={t('shell.failedPart')}
      onCancel={(event) => {
        event.preventDefault()
        leave()
        onClose()
      }}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card bg-raised p-4 text-text shadow-float backdrop:bg-scrim"
    >
      <FailedNote
        error={error}
        tryAgain={() => {
          leave()
          tryAgain()
        }}
      />
      <div className="flex justify-end pt-3">
        <Button
          size="small"
          onClick={() => {
            leave()
            onClose()
          }}
        >
          {t('shell.close')}
        </Button>
      </div>
    </dialog>
  )
}
