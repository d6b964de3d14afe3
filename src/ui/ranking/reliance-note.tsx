import { Info } from 'lucide-react'
import type { Picture } from '../../state/app-state'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { currentModel } from '../../state/model/current-model'
import { knowsDrawingsOnly } from '../model/describe-scope'
import { Button } from '../primitives/button'
import { useActions, useAppState, useScreenStore, useWords } from '../ui-context'

/**
 * Says when a model is asked about something that it was not made for, and offers one that was. Only the
 * built-in model names what it is for.
 */
export const RelianceNote = ({ phase }: Pick<Picture, 'phase'>) => {
  const { t } = useWords()
  const { chooseModel } = useActions()
  const screen = useScreenStore()
  const host = useAppState(({ settings }) => settings.modelHost)
  const model = useAppState((state) => currentModel(state.model))
  const loading = useAppState((state) => state.model.kind === 'loading')
  if (phase.kind !== 'ready' || !phase.facts.photographic || !model || model.scope === '') return null
  return (
    <div className="mx-4 mb-4 flex gap-2.5 rounded-control bg-accent-soft p-3">
      <Info size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t('ranking.unreliable')}</p>
        <p className="pt-0.5">
          {knowsDrawingsOnly(model.scope)
            ? t('ranking.unreliableDrawings', { name: model.name })
            : t('ranking.unreliableText', { name: model.name, scope: model.scope })}
        </p>
        <Button
          size="small"
          className="mt-2.5"
          disabled={loading}
          aria-haspopup="dialog"
          onClick={() => {
            screen.setState({ dialog: 'model' })
            void chooseModel({ source: hubSource(host, DEFAULT_HUB_ID), dtype: 'auto', device: 'auto' })
          }}
        >
          {t('ranking.loadReal')}
        </Button>
        <p className="pt-1.5 text-12 text-muted">{t('ranking.loadRealText')}</p>
      </div>
    </div>
  )
}
