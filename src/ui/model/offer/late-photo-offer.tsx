import { isChosenUnderway } from '../../../core/model/model-phase'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useAppState } from '../../context/ui-context'
import type { PhotoOfferProps } from './photo-offer'

const PhotoOffer = lateComponent(async () => (await import('./photo-offer')).PhotoOffer)

/** As high as the offer that comes in its place. */
const MEANWHILE = { full: 'h-27', brief: 'h-18', line: 'h-18 lg:h-13' } as const

/** The recommended model where a photograph wants one; while a model is on its way, the strip says so. */
export const LatePhotoOffer = ({ size }: PhotoOfferProps) =>
  useAppState(({ model }) => isChosenUnderway(model)) ? null : (
    <Part meanwhile={<div className={MEANWHILE[size]} />}>
      <PhotoOffer size={size} />
    </Part>
  )
