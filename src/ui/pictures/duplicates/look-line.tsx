import type { Look } from '../../../state/pictures/views/views'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useViews } from './use-views'

interface LookLineProps extends Pick<Look<unknown>, 'phase'> {
  /** What is said while it looks, and where that was stopped. */
  readonly looking: string
  readonly stopped: string
}

/** How far a look is, or why there is no newer one. */
export const LookLine = ({ phase, looking, stopped }: LookLineProps) => {
  const { t } = useWordsWith(duplicates)
  const views = useViews()
  const again = (
    <Button size="small" onClick={views.again}>
      {t('duplicates.again')}
    </Button>
  )
  switch (phase.kind) {
    case 'none':
      return null
    case 'looking':
      return (
        <div className="flex shrink-0 items-center gap-3 border-t border-line bg-panel px-3 py-2">
          <span className="shrink-0 text-12 text-muted">{looking}</span>
          <ProgressBar label={looking} share={phase.share} className="flex-1" />
          <Button size="small" onClick={views.stop}>
            {t('duplicates.stop')}
          </Button>
        </div>
      )
    case 'stopped':
      return (
        <div className="flex shrink-0 items-center gap-3 border-t border-line bg-panel px-3 py-2">
          <span className="flex-1 text-12 text-muted">{stopped}</span>
          {again}
        </div>
      )
    case 'failed':
      return (
        <div className="shrink-0 p-3">
          <ErrorNote error={phase.error}>{again}</ErrorNote>
        </div>
      )
  }
}
