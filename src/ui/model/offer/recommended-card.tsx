import { useId, useState } from 'react'
import { sourceKey } from '../../../core/model/model-source'
import type { Offer, Recommendation } from '../../../core/model/offer/recommend-model'
import { Button } from '../../primitives/button'
import { useAppState } from '../../context/ui-context'
import { nameOfSource } from '../texts/model-name'
import { useModelWords, type ModelWording } from '../texts/use-model-words'
import { describeOrigin } from './photo-offer'
import {
  useGetOffer,
  useIsHeld,
  useQuickLook,
  useRecommendation,
  useUsualRecommendation,
} from './use-recommendation'

type Kind = Recommendation['preselected']

const KINDS = ['fast', 'best'] as const satisfies readonly Kind[]

const describeSize = ({ t, format }: ModelWording, { where, size, seconds }: Offer): string => {
  if (where === 'stored') return t('model.offer.here')
  return seconds === null
    ? t('model.offer.size', { size: format.bytes(size) })
    : t('model.offer.sizeAndTime', { size: format.bytes(size), duration: format.duration(seconds) })
}

interface OfferRowProps {
  readonly kind: Kind
  readonly offer: Offer
  /** Of the radio group. */
  readonly group: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** One of the two, as one radio button. */
const OfferRow = ({ kind, offer, group, chosen, onChoose }: OfferRowProps) => {
  const words = useModelWords()
  const { t, format } = words
  const { model } = offer
  return (
    <label className="flex gap-2.5 rounded-control p-2.5 outline-1 -outline-offset-1 outline-line transition-colors hover:bg-hover has-checked:bg-accent-soft has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={group}
        checked={chosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-x-3 max-sm:flex-col">
          <span className="font-semibold">
            {`${t(`model.offer.kinds.${kind}`)} · ${nameOfSource({ kind: 'hub', host: '', id: model.id, revision: '' })}`}
          </span>
          <span className="shrink-0 text-12 text-muted tabular-nums">{describeSize(words, offer)}</span>
        </span>
        <span className="block pt-0.5 text-12 text-pretty">
          {t('model.offer.accuracy', { share: format.count(Math.round(model.imageNet.value)) })}
        </span>
        <span className="block text-12 text-muted">
          {t('model.offer.licence', { licence: model.licence.value })}
        </span>
      </span>
    </label>
  )
}

interface OffersProps {
  readonly recommendation: Recommendation
  /** Whether it only holds the place of what is still being found out. */
  readonly provisional: boolean
}

const Offers = ({ recommendation, provisional }: OffersProps) => {
  const words = useModelWords()
  const { t, format } = words
  const group = useId()
  const [asked, setAsked] = useState<Kind | null>(null)
  const get = useGetOffer()
  const isHeld = useIsHeld()
  const quick = useQuickLook()
  const underway = useAppState(({ model }) =>
    model.kind === 'loading' || model.kind === 'paused' ? sourceKey(model.choice.source) : null,
  )
  const isComing = (one: Kind) => {
    const source = recommendation[one]?.source
    return source !== undefined && sourceKey(source) === underway
  }
  const coming = KINDS.find(isComing)
  const kind = asked ?? coming ?? recommendation.preselected
  const offer = recommendation[kind] ?? recommendation.fast
  const held = isHeld(offer)
  const comes = isComing(kind)
  return (
    <section
      inert={provisional}
      aria-label={t('model.offer.title')}
      className={provisional ? 'invisible px-3 pt-2 pb-4' : 'px-3 pt-2 pb-4'}
    >
      <h3 className="px-1 pb-2 text-14 font-semibold">{t('model.offer.title')}</h3>
      <div role="radiogroup" aria-label={t('model.offer.title')} className="flex flex-col gap-2">
        {KINDS.map((one) => {
          const shown = recommendation[one]
          return shown ? (
            <OfferRow
              key={one}
              kind={one}
              offer={shown}
              group={group}
              chosen={offer === shown}
              onChoose={() => {
                setAsked(one)
              }}
            />
          ) : null
        })}
      </div>
      <p className="min-h-13 px-1 pt-2 pb-2 text-12 text-pretty text-muted">
        {comes ? t('model.offer.underway') : held ? t('model.airplaneOn') : describeOrigin(words, offer)}
      </p>
      <div className="flex flex-wrap gap-2 px-1">
        {/* On its way, it has a card of its own above, with what can be done with it. */}
        {comes ? null : (
          <Button
            variant="primary"
            onClick={() => {
              get(offer)
            }}
          >
            {held
              ? t('model.airplaneOff')
              : offer.where === 'stored'
                ? t('model.load')
                : t('model.offer.download', { size: format.bytes(offer.size) })}
          </Button>
        )}
        {held ? null : (
          <Button aria-describedby={`${group}-quick`} onClick={quick.get}>
            {t('model.offer.quickLook', { size: format.bytes(quick.size) })}
          </Button>
        )}
      </div>
      <p id={`${group}-quick`} className="px-1 pt-2 text-12 text-pretty text-muted">
        {t('model.offer.quickLookText')}
      </p>
    </section>
  )
}

/**
 * The one recommendation: a fast model and the best one, and one press that gets it. While this machine is being looked
 * at, its place is held by what would be recommended to most: what stands below would else move under the pointer.
 */
export const RecommendedCard = () => {
  const { t } = useModelWords()
  const recommendation = useRecommendation()
  const usual = useUsualRecommendation()
  if (recommendation) return <Offers recommendation={recommendation} provisional={false} />
  return (
    <div className="relative">
      {usual ? <Offers recommendation={usual} provisional /> : <div className="h-72" />}
      <div role="status" className="absolute inset-3 animate-breathe rounded-control bg-track">
        <span className="sr-only">{t('model.offer.looking')}</span>
      </div>
    </div>
  )
}
