import { useId, useState } from 'react'
import type { Offer, Recommendation } from '../../../core/model/offer/recommend-model'
import { Button } from '../../primitives/button'
import { useActions } from '../../context/ui-context'
import { nameOfSource } from '../texts/model-name'
import { useModelWords, type ModelWording } from '../texts/use-model-words'
import { describeOrigin } from './photo-offer'
import { useGetOffer, useIsHeld, useQuickLook, useRecommendation } from './use-recommendation'

type Kind = Recommendation['preselected']

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
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold">
            {`${t(`model.offer.kinds.${kind}`)} · ${nameOfSource({ kind: 'hub', host: '', id: model.id, revision: '' })}`}
          </span>
          <span className="text-12 text-muted tabular-nums">{describeSize(words, offer)}</span>
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

/** The one recommendation: a fast model and the best one, and one press that gets it. */
export const RecommendedCard = () => {
  const words = useModelWords()
  const { t, format } = words
  const { getModel } = useActions()
  const group = useId()
  const recommendation = useRecommendation()
  const [asked, setAsked] = useState<Kind | null>(null)
  const get = useGetOffer()
  const isHeld = useIsHeld()
  const quick = useQuickLook()
  const kind = asked ?? recommendation?.preselected ?? 'fast'
  const offer = recommendation && (recommendation[kind] ?? recommendation.fast)
  const held = offer !== null && isHeld(offer)
  if (!recommendation || !offer)
    return (
      <div role="status" className="m-3 h-72 animate-breathe rounded-control bg-track">
        <span className="sr-only">{t('model.offer.looking')}</span>
      </div>
    )
  return (
    <section aria-label={t('model.offer.title')} className="px-3 pt-2 pb-4">
      <h3 className="px-1 pb-2 text-14 font-semibold">{t('model.offer.title')}</h3>
      <div role="radiogroup" aria-label={t('model.offer.title')} className="flex flex-col gap-2">
        {(['fast', 'best'] as const).map((one) => {
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
      <p className="min-h-9 px-1 pt-2 pb-2 text-12 text-pretty text-muted">
        {held ? t('model.airplaneOn') : describeOrigin(words, offer)}
      </p>
      <div className="flex flex-wrap gap-2 px-1">
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
        {held ? null : (
          <Button aria-describedby={`${group}-quick`} onClick={() => void getModel(quick.choice, quick.size)}>
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
