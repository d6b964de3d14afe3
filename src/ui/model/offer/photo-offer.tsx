import type { Offer } from '../../../core/model/offer/recommend-model'
import { Button } from '../../primitives/button'
import { classNames } from '../../primitives/class-names'
import { useScreenStore } from '../../context/ui-context'
import { hostOfSource, nameOfSource } from '../texts/model-name'
import { useModelWords, type ModelWording } from '../texts/use-model-words'
import { useGetOffer, useIsHeld, useQuickLook, useRecommendation } from './use-recommendation'

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

/** How long it takes here, and how good it is, in plain words. */
const describeWorth = ({ t, format }: ModelWording, { where, seconds, model }: Offer): string => {
  const accuracy = t('model.offer.accuracy', { share: format.count(Math.round(model.imageNet.value)) })
  return where === 'stored' || seconds === null
    ? accuracy
    : `${t('model.offer.takes', { duration: format.duration(seconds) })} ${accuracy}`
}

export interface PhotoOfferProps {
  /**
   * In full it says what the model is worth and what it takes, and offers a quick look meanwhile. `line` is brief above the
   * list, where on a wide screen what it says fits on one line.
   */
  readonly size: 'full' | 'brief' | 'line'
}

/** Room for what is said, or what lies below would move once this machine has been looked at. */
const ROOM = { full: 'min-h-18', brief: 'min-h-9', line: 'min-h-9 lg:min-h-4.5' } as const

/** The recommended model where it is wanted: one press begins its download, and says before of what and how much. */
export const PhotoOffer = ({ size }: PhotoOfferProps) => {
  const words = useModelWords()
  const { t, format } = words
  const screen = useScreenStore()
  const recommendation = useRecommendation()
  const get = useGetOffer()
  const isHeld = useIsHeld()
  const quick = useQuickLook()
  const offer = recommendation?.[recommendation.preselected] ?? recommendation?.fast
  const held = offer !== undefined && isHeld(offer)
  return (
    <div className={classNames('flex flex-col gap-1.5', size !== 'line' && 'pt-2')}>
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
        {size === 'full' && offer && !held && offer.where !== 'stored' ? (
          <Button size="small" data-tip={t('model.offer.quickLookText')} onClick={quick.get}>
            {t('model.offer.quickLook', { size: format.bytes(quick.size) })}
          </Button>
        ) : null}
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
      <div className={classNames('text-12 text-pretty text-muted', ROOM[size])}>
        {offer ? (
          <>
            {size === 'full' ? <p>{describeWorth(words, offer)}</p> : null}
            <p>
              {held ? `${t('model.airplaneOn')} ${nameOfPress(words, offer)}.` : describeOrigin(words, offer)}
            </p>
          </>
        ) : null}
      </div>
    </div>
  )
}
