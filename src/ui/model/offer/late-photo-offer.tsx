import { isChosenUnderway } from '../../../core/model/model-phase'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useAppState } from '../../context/ui-context'

const PhotoOffer = lateComponent(async () => (await import('./photo-offer')).PhotoOffer)

/** The recommended model where a photograph wants one; while a model is on its way, the strip says so. */
export const LatePhotoOffer = ({ size }: { readonly size: 'full' | 'brief' }) =>
  useAppState(({ model }) => isChosenUnderway(model)) ? null : (
    <Part meanwhile={<div className={size === 'full' ? 'h-27' : 'h-18'} />}>
      <PhotoOffer size={size} />
    </Part>
  )
