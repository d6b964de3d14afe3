import { TriangleAlert } from 'lucide-react'
import type { TaglensError } from '../../core/errors/taglens-error'
import { describeError } from '../../state/messages/describe-error'
import { classNames } from './class-names'
import { CopyButton } from './copy-button'
import type { Elements } from './elements'
import { useWords } from '../context/ui-context'

interface ErrorNoteProps {
  readonly error: TaglensError
  readonly className?: string
  /** What `Copy details` copies, where that is more than the error. */
  readonly details?: object
  /** Buttons for the next step. */
  readonly children?: Elements
}

/** An error where it belongs: what happened, what to do next, and the code for who reports it. */
export const ErrorNote = ({ error, className, details = error, children }: ErrorNoteProps) => {
  const words = useWords()
  const { t } = words
  const { what, next } = describeError(words, error)
  return (
    <div className={classNames('flex gap-2.5 rounded-control bg-danger-soft p-3', className)}>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{what}</p>
        <p className="mt-0.5 break-words">{next}</p>
        <p className="mt-1 text-12 text-muted">
          <span className="sr-only">{`${t('shell.code')} `}</span>
          <span>{error.code}</span>
        </p>
        <div className="mt-2.5 flex flex-wrap gap-2">
          {children}
          <CopyButton label={t('shell.copyDetails')} text={() => JSON.stringify(details, null, 2)} />
        </div>
      </div>
    </div>
  )
}
