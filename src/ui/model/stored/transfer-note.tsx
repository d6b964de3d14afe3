import { sourceKey } from '../../../core/model/model-source'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState } from '../../ui-context'
import { nameOfSource } from '../model-name'
import { useModelWords } from '../use-model-words'

/** A model on its way from or to the person's own files, and what became of that where it failed. */
export const TransferNote = () => {
  const { t } = useModelWords()
  const { stopTransfer } = useActions()
  const transfer = useAppState((state) => state.modelTransfer)
  const label = useAppState(({ modelTransfer, storedModels }) => {
    if (modelTransfer.kind !== 'exporting') return t('model.importing')
    const models = storedModels.kind === 'ready' ? storedModels.models : []
    const model = models.find(({ source }) => sourceKey(source) === modelTransfer.key)
    return t('model.exporting', { name: model ? nameOfSource(model.source) : '' })
  })
  if (transfer.kind === 'none') return null
  if (transfer.kind === 'failed')
    return (
      <ErrorNote error={transfer.error} className="mt-3">
        <Button size="small" onClick={stopTransfer}>
          {t('model.dismiss')}
        </Button>
      </ErrorNote>
    )
  const { loaded, total } = transfer.progress
  return (
    <div className="pt-3">
      <div className="flex items-center gap-3 pb-1.5">
        <p className="flex-1 text-12 text-muted">{label}</p>
        <Button size="small" variant="quiet" onClick={stopTransfer}>
          {t('model.stop')}
        </Button>
      </div>
      <ProgressBar label={label} share={total === null || total === 0 ? null : loaded / total} />
    </div>
  )
}
