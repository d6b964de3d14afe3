import type { Offer } from '../../../core/model/offer/recommend-model'
import { Button } from '../../primitives/button'
import { useScreenStore } from '../../context/ui-context'
import { hostOfSource, nameOfSource } from '../texts/model-name'
import { useModelWords, type ModelWording } from '../texts/use-model-words'
import { useGetOffer, useIsHeld, useRecommendation } from './use-recommendation'

/** Where an offer comes from, and under which licence. */
export const describeOrigin = ({ t }: ModelWording, { where, source, model }: Offer): string => {
  const licence = model.licence.value
  if (where === 'stored') return t('model.offer.fromHere')
  return where === 'beside'
    ? t('model.offer.fromApp', { licence })
    : t('model.offer.fromHost', { host: hostOfSource(source) ?? '', licence })
}

/** What a press gets, by its name: with the size that it agrees to. */
const nameOfPress = ({ t, format }: ModelWording, { where, size, model }: Offer): string => {
  const name = nameOfSource({ kind: 'hub', host: '', id: model.id, revision: '' })
  return where === 'stored'
    ? t('model.offer.use', { name })
    : t('model.offer.get', { name, size: format.bytes(size) })
}

/** The recommended model where it is wanted: one press begins its download, and says before of what and how much. */
export const PhotoOffer = () => {
  const words = useModelWords()
  const { t } = words
  const screen = useScreenStore()
  const recommendation = useRecommendation()
  const get = useGetOffer()
  const isHeld = useIsHeld()
  const offer = recommendation?.[recommendation.preselected] ?? recommendation?.fast
  const held = offer !== undefined && isHeld(offer)
  return (
    <div className="flex flex-col gap-1.5 pt-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="primary"
          disabled={!offer}
          onClick={() => {
            if (offer) get(offer)
          }}
        >
          {offer ? (held ? t('model.airplaneOff') : nameOfPress(words, offer)) : t('model.offer.looking')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-haspopup="dialog"
          onClick={() => {
            screen.setState({ dialog: 'model', modelAsks: 'choose' })
          }}
        >
          {t('model.offer.others')}
        </Button>
      </div>
      <p className="min-h-9 text-12 text-pretty text-muted">
        {offer
          ? held
            ? `${t('model.airplaneOn')} ${nameOfPress(words, offer)}.`
            : describeOrigin(words, offer)
          : ''}
      </p>
    </div>
  )
}
