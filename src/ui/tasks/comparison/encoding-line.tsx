import { currentModel } from '../../../state/model/current-model'
import { useActions, useAppState } from '../../context/ui-context'
import { nameOfModel } from '../../model/texts/model-name'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useComparisonWords } from './use-comparing'

/** How far the model that answers is with the pictures, and what goes on with those that were left out. */
export const EncodingLine = () => {
  const { t, format } = useComparisonWords()
  const { stopQueue, encodeStopped } = useActions()
  const queue = useAppState((state) => state.queue)
  const model = useAppState((state) => currentModel(state.model))
  const isStopped = useAppState(({ pictures }) => pictures.some(({ phase }) => phase.kind === 'stopped'))
  if (model === null) return null
  const name = nameOfModel(model)
  if (queue.kind === 'idle')
    return isStopped ? (
      <div>
        <Button size="small" onClick={encodeStopped}>
          {t('comparison.encodeRest', { model: name })}
        </Button>
      </div>
    ) : null
  const { done, total } = queue
  const text = t('comparison.encoding', {
    ...{ model: name, done: format.count(done), total: format.count(total) },
  })
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-muted tabular-nums">{text}</p>
      <ProgressBar label={text} share={total === 0 ? 0 : done / total} className="min-w-24 max-w-60 flex-1" />
      <Button size="small" onClick={stopQueue}>
        {t('comparison.stop')}
      </Button>
    </div>
  )
}
