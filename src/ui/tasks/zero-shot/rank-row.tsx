import { Check } from 'lucide-react'
import { memo } from 'react'
import type { RankedTag } from '../../../state/tasks/zero-shot/judgements'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/tag-colour'
import { useWords } from '../../ui-context'
import type { Wording } from '../../../words/wording'

/** What is read aloud behind a tag's share: `accepted, match 93 percent, cosine .274`. */
const spokenScores = (
  { t, format }: Wording,
  { accepted, match, cosine }: Pick<RankedTag, 'accepted' | 'match' | 'cosine'>,
): string =>
  format.list([
    accepted ? t('ranking.accepted') : t('ranking.notAccepted'),
    ...(match === null ? [] : [t('ranking.spokenMatch', { percent: format.spokenPercent(match) })]),
    t('ranking.spokenCosine', { cosine: format.cosine(cosine) }),
  ])

/** The shortest bar that can still be told from none, and by its colour from others. */
const LEAST_PX = 5

/** A tag of the ranking: text, its scores, and its share as a bar. What is part of the answer stands out. */
export const RankRow = memo(({ tag, hue, cosine, match, probability, rank, accepted }: RankedTag) => {
  const words = useWords()
  const { t, format, direction } = words
  const spoken =
    probability === null
      ? t('ranking.spokenPlace', { tag, place: format.count(rank + 1) })
      : t('ranking.spokenShare', { tag, percent: format.spokenPercent(probability) })
  const hidden =
    probability === null || probability < 0.0005
      ? '100%'
      : `calc(100% - max(${probability * 100}%, ${LEAST_PX}px))`
  return (
    <li
      aria-label={spoken}
      aria-description={spokenScores(words, { accepted, match, cosine })}
      className="py-1.5"
    >
      <span className="sr-only">{spoken}</span>
      <div aria-hidden className="flex items-baseline gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-1">
          <CutText text={tag} className={classNames('text-14', accepted ? 'font-semibold' : 'text-text')} />
          {accepted ? <Check size={14} strokeWidth={2.25} className="shrink-0 text-ok" /> : null}
        </span>
        <span
          data-tip={t('ranking.scoreTexts.cosine')}
          className="w-11 text-end text-12 text-muted tabular-nums"
        >
          <bdi dir="ltr">{format.cosine(cosine)}</bdi>
        </span>
        {probability === null ? (
          <span className="w-11 text-end text-14 tabular-nums">{format.count(rank + 1)}</span>
        ) : (
          <>
            <span
              data-tip={t('ranking.scoreTexts.match')}
              className="w-11 text-end text-12 text-muted tabular-nums"
            >
              <bdi dir="ltr">{match === null ? '–' : `${format.percent(match)}\u202f%`}</bdi>
            </span>
            <span
              data-tip={t('ranking.scoreTexts.share')}
              className={classNames(
                'w-14 text-end text-14 whitespace-nowrap tabular-nums',
                accepted ? 'font-semibold' : 'text-text',
              )}
            >
              <bdi dir="ltr">
                <span>{format.percent(probability)}</span>
                <span className={classNames('ps-0.5 text-12', !accepted && 'text-muted')}>%</span>
              </bdi>
            </span>
          </>
        )}
      </div>
      {probability === null ? null : (
        <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-track forced-colors:border">
          <div
            {...tagColour(hue)}
            className="tag-fill h-full transition-[clip-path] duration-160 ease-out starting:[clip-path:inset(0_100%_0_0_round_4px)] rtl:starting:[clip-path:inset(0_0_0_100%_round_4px)]"
            style={{
              ...tagColour(hue).style,
              clipPath:
                direction === 'rtl' ? `inset(0 0 0 ${hidden} round 4px)` : `inset(0 ${hidden} 0 0 round 4px)`,
            }}
          />
        </div>
      )}
    </li>
  )
})
RankRow.displayName = 'RankRow'
