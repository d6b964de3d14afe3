import type { TextArrival } from '../../../core/model/loaded-model'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState } from '../../context/ui-context'
import { amountOf } from '../texts/amount-of'
import { useModelWords } from '../texts/use-model-words'

/** The model answers, and the part of it that reads tags which it did not know before is on its way. */
export const TextComing = ({ arrival }: { readonly arrival: TextArrival }) => {
  const words = useModelWords()
  const { t } = words
  const { retryText } = useActions()
  const waits = useAppState((state) => state.embeddingTags)
  if (arrival.kind === 'failed')
    return (
      <>
        <p className="text-pretty">{t('model.textFailed')}</p>
        <ErrorNote error={arrival.error} className="mt-1.5">
          <Button size="small" onClick={retryText}>
            {t('model.retry')}
          </Button>
        </ErrorNote>
      </>
    )
  const { loaded, total } = arrival.progress
  const label = t(waits ? 'model.textWaits' : 'model.textComing')
  return (
    <>
      <p role="status" className="text-pretty">
        {label}
      </p>
      <ProgressBar label={label} share={total === null ? null : loaded / total} className="my-1.5" />
      <p className="min-h-5 text-12 text-muted tabular-nums">{amountOf(words, loaded, total)}</p>
    </>
  )
}
