import { Info } from 'lucide-react'
import { currentModel, opensModel } from '../../../state/model/current-model'
import { LatePhotoOffer } from '../../model/offer/late-photo-offer'
import { useApp, useAppState, useWords } from '../../context/ui-context'

/** Above the grid: how many of the pictures are not for the model that answers, and what is. */
export const BeyondModelNote = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const count = useAppState(selectors.beyondModelCount)
  const model = useAppState((state) => currentModel(state.model))
  const opens = useAppState(opensModel)
  if (count === 0 || !model || opens) return null
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-accent-soft px-4 py-2">
      <Info size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
      <p className="min-w-48 flex-1">{t('pictures.beyondModel', { count, name: model.name })}</p>
      <LatePhotoOffer size="line" />
    </div>
  )
}
