import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/model/current-model'
import { LatePhotoOffer } from '../model/offer/late-photo-offer'
import { useApp, useAppState, useWords } from '../context/ui-context'

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
    <div data-photo-offer className="mx-4 mb-3 rounded-control bg-accent-soft p-3">
      <p>{t('ranking.unreliableDrawings', { name: model.name })}</p>
      <LatePhotoOffer size="full" />
    </div>
  )
}
