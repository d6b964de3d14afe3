import type { Look } from '../../../state/pictures/views/views'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useViews } from './use-views'

/** How far a look is, or why there is no newer one. */
export const LookLine = ({ phase }: Pick<Look<unknown>, 'phase'>) => {
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
          <span className="shrink-0 text-12 text-muted">{t('duplicates.looking')}</span>
          <ProgressBar label={t('duplicates.looking')} share={phase.share} className="flex-1" />
          <Button size="small" onClick={views.stop}>
            {t('duplicates.stop')}
          </Button>
        </div>
      )
    case 'stopped':
      return (
        <div className="flex shrink-0 items-center gap-3 border-t border-line bg-panel px-3 py-2">
          <span className="flex-1 text-12 text-muted">{t('duplicates.stopped')}</span>
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
