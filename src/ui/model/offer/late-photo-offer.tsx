import { isChosenUnderway } from '../../../core/model/model-phase'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useAppState } from '../../context/ui-context'

const PhotoOffer = lateComponent(async () => (await import('./photo-offer')).PhotoOffer)

/** The recommended model where a photograph wants one; while a model is on its way, the strip says so. */
export const LatePhotoOffer = () =>
  useAppState(({ model }) => isChosenUnderway(model)) ? null : (
    <Part meanwhile={<div className="h-18" />}>
      <PhotoOffer />
    </Part>
  )
