import { toPartError } from '../../core/async/late'
import { Button } from '../primitives/button'
import { ErrorNote } from '../primitives/error-note'
import { useSite, useSiteState, useWords } from '../context/ui-context'
import { useRef } from 'react'

interface FailedPartProps {
  readonly error: unknown
  readonly tryAgain: () => void
  /** Whether it stands for the whole page. */
  readonly whole?: boolean
}

/** Where focus goes when the button that has it is taken away. */
const focusNear = (place: Element | null | undefined): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      place?.querySelector<HTMLElement>('button, input, [tabindex="0"]')?.focus()
  })
}

/** What failed, with what can be done: to try again, or to change to the new version where there is one. */
export const FailedNote = ({ error, tryAgain, whole = false }: FailedPartProps) => {
  const { t } = useWords()
  const { applyUpdate } = useSite().actions
  const update = useSiteState((state) => state.update)
  const details = { ...toPartError(error), stack: error instanceof Error ? error.stack : undefined }
  return (
    <ErrorNote error={toPartError(error)} details={details}>
      <Button
        size="small"
        onClick={({ currentTarget }) => {
          const place = currentTarget.closest('section, main')
          tryAgain()
          focusNear(place)
        }}
      >
        {t('shell.tryAgain')}
      </Button>
      {whole || update.kind === 'ready' || update.kind === 'applying' ? (
        <Button size="small" disabled={update.kind === 'applying'} onClick={() => void applyUpdate()}>
          {t('shell.updateNow')}
        </Button>
      ) : null}
      {update.kind === 'no-room' ? <p className="w-full">{t('shell.updateNoRoom')}</p> : null}
    </ErrorNote>
  )
}

/** Stands in the place of a part of the page, as large as that is. */
export const FailedPart = (props: FailedPartProps) => {
  const { t } = useWords()
  return (
    <section
      role="alert"
      aria-label={t('shell.failedPart')}
      className="scroll-y flex h-full min-h-0 items-center justify-center bg-panel p-4"
    >
      <div className="m-auto w-full max-w-96">
        <FailedNote {...props} />
      </div>
    </section>
  )
}

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
