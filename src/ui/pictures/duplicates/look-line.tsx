import type { Look } from '../../../state/pictures/views/views'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { classNames } from '../../primitives/class-names'
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
  if (phase.kind === 'none') return null
  if (phase.kind === 'failed')
    return (
      <div className="shrink-0 p-3">
        <ErrorNote error={phase.error}>
          <Button size="small" onClick={views.again}>
            {t('duplicates.again')}
          </Button>
        </ErrorNote>
      </div>
    )
  const isLooking = phase.kind === 'looking'
  return (
    <div className="flex shrink-0 items-center gap-3 border-t border-line bg-panel px-3 py-2">
      <span className={classNames('text-12 text-muted', isLooking ? 'shrink-0' : 'flex-1')}>
        {isLooking ? looking : stopped}
      </span>
      {isLooking ? <ProgressBar label={looking} share={phase.share} className="flex-1" /> : null}
      {/* One button, which keeps focus where it was pressed. */}
      <Button size="small" onClick={isLooking ? views.stop : views.again}>
        {t(isLooking ? 'duplicates.stop' : 'duplicates.again')}
      </Button>
    </div>
  )
}
