import { sourceKey } from '../../../core/model/model-source'
import { describeError } from '../../../state/messages/describe-error'
import { Button } from '../../primitives/button'
import { useApp, useAppState, useScreen, useScreenStore } from '../../context/ui-context'
import { amountOf } from '../texts/amount-of'
import type { Loading } from '../load/download-progress'
import { hostOfSource, nameOfSource } from '../texts/model-name'
import { useQuickLook } from '../offer/use-recommendation'
import { useModelWords } from '../texts/use-model-words'

interface QuickLookProps {
  readonly phase: Loading
}

/** Answers in the meantime, by labels of its own: offered while what answers knows neither tags nor photographs. */
export const QuickLookButton = ({ phase, isHeld }: QuickLookProps & { readonly isHeld: boolean }) => {
  const { t, format } = useModelWords()
  const { selectors } = useApp()
  const beyond = useAppState((state) => selectors.beyondModelCount(state) > 0)
  const failed = useScreen(({ quickLookError }) => quickLookError !== null)
  const { size, get } = useQuickLook()
  if (isHeld || (phase.kind === 'loading' && phase.progress.stage !== 'downloading')) return null
  if (!beyond || failed || phase.meanwhile !== null) return null
  return (
    <Button size="small" data-tip={t('model.offer.quickLookText')} onClick={get}>
      {t('model.offer.quickLook', { size: format.bytes(size) })}
    </Button>
  )
}

/** How far the quick look is, or why there is none and what can be done. What it was got beside goes on in any case. */
export const QuickLookNote = ({ phase: { meanwhile, choice: awaited } }: QuickLookProps) => {
  const words = useModelWords()
  const { t } = words
  const screen = useScreenStore()
  const error = useScreen(({ quickLookError }) => quickLookError)
  const { choice, get } = useQuickLook()
  if (meanwhile !== null && sourceKey(meanwhile.choice.source) === sourceKey(choice.source)) {
    const { loaded, total } = meanwhile.progress
    return (
      <p role="status" className="pt-1.5 text-12 text-muted tabular-nums">
        {`${t('model.loading', { name: nameOfSource(choice.source) })} · ${amountOf(words, loaded, total)}`}
      </p>
    )
  }
  if (error === null) return null
  const name = nameOfSource(awaited.source)
  return (
    <div role="status" className="mt-2 rounded-control bg-danger-soft p-2.5">
      <p className="text-pretty break-words">
        {error.code === 'MODEL_NOT_FOUND'
          ? t('model.offer.quickLookMissing', { host: hostOfSource(choice.source) ?? '', name })
          : `${t('model.failed', { name: nameOfSource(choice.source) })}. ${describeError(words, error).what} ${t('model.offer.quickLookWait', { name })}`}
      </p>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button size="small" onClick={get}>
          {t('model.retry')}
        </Button>
        <Button
          size="small"
          aria-haspopup="dialog"
          onClick={() => {
            screen.setState({ dialog: 'model', modelAsks: 'host' })
          }}
        >
          {t('model.hostTitle')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            screen.setState({ quickLookError: null })
          }}
        >
          {t('model.dismiss')}
        </Button>
      </div>
    </div>
  )
}
