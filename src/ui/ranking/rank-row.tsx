import { Check } from 'lucide-react'
import { memo } from 'react'
import { formatPercent } from '../../core/scoring/percent'
import type { RankedTag } from '../../state/ranking-selectors'
import { spokenPercent } from '../pictures/words'
import { classNames } from '../primitives/class-names'
import { CutText } from '../primitives/cut-text'
import { formatCosine } from '../primitives/format'
import { tagColour } from '../primitives/tag-colour'
import { scoreTexts, words } from './words'

/** The shortest bar that can still be told from none, and by its colour from others. */
const LEAST_PX = 5

/** A tag of the ranking: text, its scores, and its share as a bar. What is part of the answer stands out. */
export const RankRow = memo(({ tag, hue, cosine, match, probability, accepted }: RankedTag) => {
  const spoken = `${tag}, ${spokenPercent(probability)}`
  const hidden = probability < 0.0005 ? '100%' : `calc(100% - max(${probability * 100}%, ${LEAST_PX}px))`
  return (
    <li
      aria-label={spoken}
      aria-description={words.scoresSpoken(formatCosine(cosine), match, accepted)}
      className="py-1.5"
    >
      <span className="sr-only">{spoken}</span>
      <div aria-hidden className="flex items-baseline gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-1">
          <CutText text={tag} className={classNames('text-14', accepted ? 'font-semibold' : 'text-text')} />
          {accepted ? <Check size={14} strokeWidth={2.25} className="shrink-0 text-ok" /> : null}
        </span>
        <span data-tip={scoreTexts.cosine} className="w-11 text-right text-12 text-muted tabular-nums">
          {formatCosine(cosine)}
        </span>
        <span data-tip={scoreTexts.match} className="w-11 text-right text-12 text-muted tabular-nums">
          {match === null ? '–' : `${formatPercent(match)}\u202f%`}
        </span>
        <span
          data-tip={scoreTexts.share}
          className={classNames(
            'w-14 text-right text-14 whitespace-nowrap tabular-nums',
            accepted ? 'font-semibold' : 'text-text',
          )}
        >
          {formatPercent(probability)}
          <span className={classNames('pl-0.5 text-12', !accepted && 'text-muted')}>%</span>
        </span>
      </div>
      <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-track forced-colors:border">
        <div
          {...tagColour(hue)}
          className="tag-fill h-full transition-[clip-path] duration-160 ease-out starting:[clip-path:inset(0_100%_0_0_round_4px)]"
          style={{ ...tagColour(hue).style, clipPath: `inset(0 ${hidden} 0 0 round 4px)` }}
        />
      </div>
    </li>
  )
})
RankRow.displayName = 'RankRow'
