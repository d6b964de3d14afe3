import { Check } from 'lucide-react'
import { memo } from 'react'
import type { RankedTag } from '../../../state/tasks/zero-shot/judgements'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/swatch'
import { useWords } from '../../context/ui-context'

/** The shortest bar that can still be told from none, and by its colour from others. */
const LEAST_PX = 5

/** What of a tag a row shows. */
export type RankedRow = Pick<
  RankedTag,
  'tagId' | 'tag' | 'hue' | 'probability' | 'rank' | 'accepted' | 'isRest'
>

interface RankRowProps extends RankedRow {
  /** Whether no tag fits, so that no bar is to catch the eye. */
  readonly muted: boolean
  /** Whether the answer is likelier than all else, so that a tick may stand beside it. */
  readonly sure: boolean
}

/** A tag of the ranking: text, its share, and that as a bar. What is part of the answer stands out. */
export const RankRow = memo(({ tagId, tag, hue, probability, rank, accepted, muted, sure }: RankRowProps) => {
  const { t, format, direction } = useWords()
  const spoken =
    probability === null
      ? t('ranking.spokenPlace', { tag, place: format.count(rank + 1) })
      : t('ranking.spokenShare', { tag, percent: format.spokenPercent(probability) })
  const hidden =
    probability === null || probability < 0.0005
      ? '100%'
      : `calc(100% - max(${probability * 100}%, ${LEAST_PX}px))`
  const colour = muted && !accepted ? null : tagColour(hue)
  return (
    <li
      data-label={tagId}
      aria-label={spoken}
      aria-description={t(accepted ? 'ranking.accepted' : 'ranking.notAccepted')}
      className="py-1.5"
    >
      <span className="sr-only">{spoken}</span>
      <div
        aria-hidden
        className={classNames(
          'flex items-baseline gap-2 text-14',
          accepted ? 'font-semibold' : muted ? 'text-muted' : 'text-text',
        )}
      >
        <span className="flex min-w-0 flex-1 items-center gap-1">
          <CutText text={tag} />
          {accepted && sure ? <Check size={14} strokeWidth={2.25} className="shrink-0 text-ok" /> : null}
        </span>
        <bdi dir="ltr" className="shrink-0 tabular-nums">
          {probability === null ? format.count(rank + 1) : `${format.percent(probability)}\u202f%`}
        </bdi>
      </div>
      {probability === null ? null : (
        <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-track forced-colors:border">
          <div
            data-pattern={colour?.['data-pattern']}
            className={classNames(
              'h-full transition-[clip-path] duration-160 ease-out starting:[clip-path:inset(0_100%_0_0_round_4px)] rtl:starting:[clip-path:inset(0_0_0_100%_round_4px)]',
              colour ? 'tag-fill' : 'bg-control',
            )}
            style={{
              ...colour?.style,
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
