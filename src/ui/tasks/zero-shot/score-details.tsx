import { useState } from 'react'
import type { PictureJudgement } from '../../../state/tasks/zero-shot/judgements'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useAppState, useWords } from '../../context/ui-context'
import { FIRST_ROWS } from './rank-list'

/** The scores behind a share, and what it is divided by. */
type ScoreKind = 'cosine' | 'logit' | 'match' | 'margin' | 'temperature'

const EXPLANATION_ID = 'score-text'

/** What stands where a score has no meaning. */
const NONE = '–'

/** The scores that a ranking comes from, tag by tag, each explained. Loaded when first wanted. */
export const ScoreDetails = ({ ranking, margin }: PictureJudgement) => {
  const { t, format } = useWords()
  const temperature = useAppState(({ settings }) => settings.temperature)
  const [told, setTold] = useState<ScoreKind | null>(null)
  const [, second] = ranking

  const name = (kind: ScoreKind) => (
    <button
      type="button"
      aria-expanded={told === kind}
      aria-controls={EXPLANATION_ID}
      aria-description={t(`ranking.scoreTexts.${kind}`)}
      data-tip={told === kind ? undefined : t(`ranking.scoreTexts.${kind}`)}
      onClick={() => {
        setTold(told === kind ? null : kind)
      }}
      className="h-6 shrink-0 rounded-small font-normal decoration-dotted underline-offset-3 hover:text-text hover:underline aria-expanded:text-text aria-expanded:underline touch:h-9"
    >
      {t(`ranking.scores.${kind}`)}
    </button>
  )
  const number = (text: string) => (
    <td className="w-13 text-end">
      <bdi dir="ltr">{text}</bdi>
    </td>
  )
  const head = (kind: ScoreKind) => (
    <th scope="col" className="w-13 text-end">
      {name(kind)}
    </th>
  )
  return (
    <div className="text-12 text-muted tabular-nums">
      <p id={EXPLANATION_ID} hidden={told === null} className="mb-1 rounded-control bg-track px-2.5 py-2">
        {told === null ? '' : t(`ranking.scoreTexts.${told}`)}
      </p>
      <table className="w-full table-fixed">
        <thead>
          <tr>
            <th scope="col" className="text-start font-normal">
              {t('ranking.tag')}
            </th>
            {head('cosine')}
            {margin === null ? null : head('logit')}
            {margin === null ? null : head('match')}
          </tr>
        </thead>
        <tbody>
          {ranking.slice(0, FIRST_ROWS).map(({ tagId, tag, cosine, logit, match, accepted, isRest }) => (
            <tr key={tagId} className={classNames('h-6', accepted && 'font-medium text-text')}>
              <th scope="row" className="text-start [font-weight:inherit]">
                <CutText text={tag} />
              </th>
              {number(isRest ? NONE : format.cosine(cosine))}
              {margin === null ? null : number(logit === null ? NONE : format.shortDecimal(logit, 1))}
              {margin === null ? null : number(match === null ? NONE : `${format.percent(match)}\u202f%`)}
            </tr>
          ))}
        </tbody>
      </table>
      {second && margin !== null ? (
        <div className="flex items-center justify-between gap-2">
          {name('margin')}
          <span>{t('ranking.ahead', { points: format.percent(margin) })}</span>
        </div>
      ) : null}
      {temperature === 1 ? null : (
        <div className="flex items-center justify-between gap-2">
          {name('temperature')}
          <span>{format.shortDecimal(temperature, 2)}</span>
        </div>
      )}
    </div>
  )
}
