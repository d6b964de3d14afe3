import { useAutoAnimate } from '@formkit/auto-animate/react'
import { useState } from 'react'
import type { PictureJudgement } from '../../../state/tasks/zero-shot/judgements'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { RankRow } from './rank-row'
import { ScoreName } from './score-name'
import type { ScoreKind } from './score-name'
import { useAppState, useWords } from '../../ui-context'

const TEXT_ID = 'temperature-text'

/** Says below the shares that they are not the model's own, and why; nothing at temperature 1. */
const TemperatureNote = () => {
  const { t, format } = useWords()
  const temperature = useAppState(({ settings }) => settings.temperature)
  const [open, setOpen] = useState(false)
  if (temperature === 1) return null
  const text = t('ranking.temperatureText')
  return (
    <div className="pt-1 text-12 text-muted">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={TEXT_ID}
        aria-description={text}
        data-tip={open ? undefined : text}
        onClick={() => {
          setOpen(!open)
        }}
        className="h-6 rounded-small decoration-dotted underline-offset-3 hover:text-text hover:underline aria-expanded:text-text aria-expanded:underline touch:h-9"
      >
        {t('ranking.temperature', { temperature: format.shortDecimal(temperature, 2) })}
      </button>
      <p id={TEXT_ID} hidden={!open} className="rounded-control bg-track px-2.5 py-2">
        {open ? text : ''}
      </p>
    </div>
  )
}

const MOVE_MS = 200

/** Rows until more are asked for: drawing a thousand takes a second, and the rest says little. */
const FIRST_ROWS = 50

/** More rows than this would be measured at every change to glide, which shows; they jump. */
const MOST_MOVING = 50

/** The tags, best first. Rows glide to their new places when scores change; with reduced motion they jump. */
export const RankList = ({ ranking, margin }: PictureJudgement) => {
  const { t, format } = useWords()
  const [all, setAll] = useState(false)
  const rows = all ? ranking : ranking.slice(0, FIRST_ROWS)
  const moving = rows.length <= MOST_MOVING
  const [told, setTold] = useState<ScoreKind | null>(null)
  const name = (kind: ScoreKind, className?: string) => (
    <ScoreName
      kind={kind}
      open={told === kind}
      onPress={() => {
        setTold(told === kind ? null : kind)
      }}
      {...(className && { className })}
    />
  )
  const [, second] = ranking
  // Cosines depend on the model and say little; a place needs no explanation.
  const ranksOnly = margin === null
  return (
    <div className="px-4 pb-2">
      <div className="flex items-center gap-2 text-12 text-muted">
        <span aria-hidden className="flex-1">
          {t('ranking.tag')}
        </span>
        {name('cosine', 'w-11')}
        {ranksOnly ? (
          <span aria-hidden className="w-11 text-end">
            {t('ranking.place')}
          </span>
        ) : null}
        {ranksOnly ? null : name('match', 'w-11')}
        {ranksOnly ? null : name('share', 'w-14')}
      </div>
      <p id="score-text" hidden={told === null} className="rounded-control bg-track px-2.5 py-2 text-12">
        {told === null ? '' : t(`ranking.scoreTexts.${told}`)}
      </p>
      {moving ? <MovingRows ranking={rows} /> : <Rows ranking={rows} />}
      {rows.length < ranking.length ? (
        <Button
          size="small"
          className="my-2"
          onClick={() => {
            setAll(true)
          }}
        >
          {t('ranking.showAll', { count: ranking.length })}
        </Button>
      ) : null}
      {ranksOnly ? <p className="pt-1 text-12 text-pretty text-muted">{t('ranking.ranksOnly')}</p> : null}
      {second && !ranksOnly ? (
        <div className="flex items-center gap-2 pt-1 text-12 text-muted">
          {name('margin')}
          <span className="flex min-w-0 flex-1 justify-end gap-1 tabular-nums">
            <span className="shrink-0">{t('ranking.ahead', { points: format.percent(margin) })}</span>
            <CutText text={second.tag} />
          </span>
        </div>
      ) : null}
      <TemperatureNote />
    </div>
  )
}

type RowsProps = Pick<PictureJudgement, 'ranking'> & {
  readonly listRef?: (list: HTMLOListElement | null) => void
}

const Rows = ({ ranking, listRef }: RowsProps) => {
  const { t } = useWords()
  return (
    // The role is said aloud, since Safari takes it from lists without bullets.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol ref={listRef} role="list" aria-label={t('ranking.list')}>
      {ranking.map((tag) => (
        <RankRow key={tag.tagId} {...tag} />
      ))}
    </ol>
  )
}

const MovingRows = ({ ranking }: RowsProps) => {
  const [list] = useAutoAnimate<HTMLOListElement>({
    duration: MOVE_MS,
    easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
  })
  return <Rows ranking={ranking} listRef={list} />
}
