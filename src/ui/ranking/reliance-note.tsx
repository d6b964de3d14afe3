import { Info } from 'lucide-react'
import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/model/current-model'
import { PhotoModelButton } from '../model/photo-model-button'
import { useApp, useAppState, useWords } from '../ui-context'

/**
 * Says when a model is asked about something that it was not made for, and offers one that was. Only the
 * built-in model names what it is for.
 */
export const RelianceNote = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const model = useAppState((state) => currentModel(state.model))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  if (!model || !isBeyond) return null
  return (
    <div className="mx-4 mb-4 flex gap-2.5 rounded-control bg-accent-soft p-3">
      <Info size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t('ranking.unreliable')}</p>
        <p className="pt-0.5">{t('ranking.unreliableDrawings', { name: model.name })}</p>
        <PhotoModelButton className="mt-2.5" />
        <p className="pt-1.5 text-12 text-muted">{t('ranking.loadRealText')}</p>
      </div>
    </div>
  )
}
