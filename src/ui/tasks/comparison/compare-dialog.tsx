import { useState } from 'react'
import { answeringModel } from '../../../state/model/current-model'
import { useApp, useAppState } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { ComparisonFigures } from './comparison-figures'
import { DifferenceTable } from './difference-table'
import { EncodingLine } from './encoding-line'
import { OtherFields } from './other-fields'
import { useComparing, useComparisonWords } from './use-comparing'

/** How far the comparing is, or why there is none. */
const Progress = () => {
  const { t, format } = useComparisonWords()
  const { comparing, look } = useComparing()
  const isEncoding = useAppState(({ queue }) => queue.kind === 'running')
  const { phase, found } = look
  // What is found follows the pictures, of which a line of its own tells.
  if (isEncoding && found && phase.kind === 'looking') return null
  switch (phase.kind) {
    case 'none':
      return null
    case 'looking': {
      const text = t('comparison.comparing', { percent: format.percent(phase.share) })
      return (
        <div className="flex items-center gap-3">
          <p className="text-muted tabular-nums">{text}</p>
          <ProgressBar label={t('comparison.title')} share={phase.share} className="max-w-60 flex-1" />
          <Button size="small" onClick={comparing.stop}>
            {t('comparison.stop')}
          </Button>
        </div>
      )
    }
    case 'stopped':
      return (
        <div className="flex items-center gap-3">
          <p className="text-muted">{t('comparison.stopped')}</p>
          <Button size="small" onClick={comparing.again}>
            {t('comparison.again')}
          </Button>
        </div>
      )
    case 'failed':
      return (
        <ErrorNote error={phase.error}>
          <Button size="small" onClick={comparing.again}>
            {t('shell.tryAgain')}
          </Button>
        </ErrorNote>
      )
  }
}

const Compared = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useComparisonWords()
  const { comparing, look } = useComparing()
  const [differOnly, setDifferOnly] = useState(true)
  const { found, phase } = look
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 md:grid-cols-2">
        <OtherFields comparing={comparing} onClose={onClose} />
        <div className="grid gap-4">
          <EncodingLine />
          <Progress />
          {found === null ? null : found.pictures.length === 0 ? (
            <p className="text-muted">{phase.kind === 'looking' ? '' : t('comparison.nothing')}</p>
          ) : (
            <ComparisonFigures comparison={found} />
          )}
        </div>
      </div>
      {found === null || found.pictures.length === 0 ? null : (
        <DifferenceTable
          // Another comparison begins at its head again.
          key={`${found.a.id} ${found.b.id} ${differOnly}`}
          comparing={comparing}
          comparison={found}
          differOnly={differOnly}
          onDifferOnly={setDifferOnly}
          onClose={onClose}
        />
      )}
    </>
  )
}

/** What the words say of the list beside what another wording says, or a model that answered before. */
export const CompareDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useComparisonWords()
  const { selectors } = useApp()
  const isAsked = useAppState((state) => selectors.tasks['zero-shot'].asked(state) !== null)
  const busy = useAppState(({ model }) => answeringModel(model) === null && model.kind === 'loading')
  return (
    <DialogFrame title={t('comparison.title')} shape="wide" onClose={onClose}>
      <div aria-busy={busy} className="grid grid-cols-1 gap-5 p-4 text-13 md:p-6">
        {isAsked ? <Compared onClose={onClose} /> : <p className="text-muted">{t('comparison.noModel')}</p>}
      </div>
    </DialogFrame>
  )
}
