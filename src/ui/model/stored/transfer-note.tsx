import { sourceKey } from '../../../core/model/model-source'
import { Button } from '../../primitives/button'
import type { Elements } from '../../primitives/elements'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState } from '../../context/ui-context'
import { hostOfSource, nameOfSource } from '../texts/model-name'
import { useModelWords } from '../texts/use-model-words'

interface LineProps {
  readonly text: string
  readonly leave: string
  readonly children?: Elements
}

/** One line, and the way to be rid of it. */
const Line = ({ text, leave, children }: LineProps) => {
  const { stopTransfer } = useActions()
  return (
    <div className="pt-3">
      <div className="flex items-center gap-3 pb-1.5">
        <p role="status" className="flex-1 text-12 text-muted">
          {text}
        </p>
        <Button size="small" variant="quiet" onClick={stopTransfer}>
          {leave}
        </Button>
      </div>
      {children}
    </div>
  )
}

/** A model on its way from or to the person's own files, or asked for a newer commit, and what became of that. */
export const TransferNote = () => {
  const { t } = useModelWords()
  const { stopTransfer } = useActions()
  const transfer = useAppState((state) => state.modelTransfer)
  const source = useAppState(({ modelTransfer, storedModels }) => {
    if (!('key' in modelTransfer) || storedModels.kind !== 'ready') return null
    return storedModels.models.find((model) => sourceKey(model.source) === modelTransfer.key)?.source ?? null
  })
  const name = source ? nameOfSource(source) : ''
  switch (transfer.kind) {
    case 'none':
      return null
    case 'failed':
      return (
        <ErrorNote error={transfer.error} className="mt-3">
          <Button size="small" onClick={stopTransfer}>
            {t('model.dismiss')}
          </Button>
        </ErrorNote>
      )
    case 'newest':
      return <Line text={t('model.isNewest', { name })} leave={t('model.dismiss')} />
    case 'asking': {
      const text = t('model.askingNewer', { name, host: (source && hostOfSource(source)) ?? '' })
      return (
        <Line text={text} leave={t('model.stop')}>
          <ProgressBar label={text} share={null} />
        </Line>
      )
    }
    case 'importing':
    case 'exporting': {
      const { loaded, total } = transfer.progress
      const text = transfer.kind === 'importing' ? t('model.importing') : t('model.exporting', { name })
      return (
        <Line text={text} leave={t('model.stop')}>
          <ProgressBar label={text} share={total === null || total === 0 ? null : loaded / total} />
        </Line>
      )
    }
  }
}
