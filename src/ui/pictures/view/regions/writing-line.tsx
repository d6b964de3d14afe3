import { use } from 'react'
import { useStore } from 'zustand'
import type { SeenRegions } from '../../../../state/pictures/regions/evidence'
import type { PictureLabel } from '../../../../state/tasks/task'
import { largeView } from '../../../../words/en/pictures/large-view'
import { useActions, useApp, useWordsWith } from '../../../context/ui-context'
import { Button } from '../../../primitives/button'
import { ErrorNote } from '../../../primitives/error-note'

interface WritingLineProps {
  readonly seen: SeenRegions
  /** The picture's answer. */
  readonly answer: PictureLabel
}

/** Checks on demand whether writing in a picture decides on its answer, and warns where it does. */
export const WritingLine = ({ seen, answer }: WritingLineProps) => {
  const { t } = useWordsWith(largeView)
  const { writing } = use(useActions().why.held())
  const { store } = useApp()
  const phase = useStore(writing.store)
  const isOfThis = phase.kind !== 'none' && phase.of === seen && phase.tagId === answer.tagId
  const check = () => {
    writing.check(store.getState(), seen, answer)
  }
  if (isOfThis && phase.kind === 'failed')
    return (
      <ErrorNote error={phase.error} className="w-full">
        <Button size="small" onClick={check}>
          {t('shell.tryAgain')}
        </Button>
      </ErrorNote>
    )
  const isChecking = isOfThis && phase.kind === 'checking'
  const told = isOfThis && phase.kind === 'told' ? phase.writing : null
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-2">
      {/* It stays when it has told, so that focus does. */}
      <Button
        size="small"
        variant="quiet"
        aria-disabled={isChecking}
        onClick={isChecking ? undefined : check}
      >
        {isChecking ? t('largeView.checkingWriting') : t('largeView.checkWriting')}
      </Button>
      <p role="status" className={told?.kind === 'decides' ? 'font-semibold' : 'text-muted'}>
        {told === null
          ? ''
          : told.kind === 'decides'
            ? t('largeView.writingDecides', { tag: answer.tag, other: told.instead.tag })
            : t('largeView.noWriting')}
      </p>
    </div>
  )
}
