import { useState } from 'react'
import { isSure } from '../../../core/question/scoring/is-sure'
import type { PictureJudgement } from '../../../state/tasks/zero-shot/judgements'
import { Button } from '../../primitives/button'
import { useScreenStore, useWords } from '../../context/ui-context'
import { RankRow, type RankedRow } from './rank-row'
import { useGliding } from '../../primitives/gliding/use-gliding'

const MOVE_MS = 200

/** Rows until more are asked for: drawing a thousand takes a second, and the rest says little. */
export const FIRST_ROWS = 50

/** More rows than this would be measured at every change to glide, which shows; they jump. */
const MOST_MOVING = 50

/** What of an answer the rows show. */
type RankedRows = Pick<PictureJudgement, 'margin' | 'rejected'> & { readonly ranking: readonly RankedRow[] }

/** The tags, best first. Rows glide to their new places when scores change; with reduced motion they jump. */
export const RankList = ({ ranking, margin, rejected }: RankedRows) => {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const sure = isSure(ranking)
  const rows = all ? ranking : ranking.slice(0, FIRST_ROWS)
  const moving = rows.length <= MOST_MOVING
  return (
    <div className="px-4 pb-2">
      {moving ? (
        <MovingRows ranking={rows} rejected={rejected} sure={sure} />
      ) : (
        <Rows ranking={rows} rejected={rejected} sure={sure} />
      )}
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
      {margin === null ? (
        <p className="pt-1 text-12 text-pretty text-muted">{t('ranking.ranksOnly')}</p>
      ) : null}
    </div>
  )
}

type RowsProps = Pick<RankedRows, 'ranking' | 'rejected'> & {
  /** As of a row. */
  readonly sure: boolean
  readonly listRef?: (list: HTMLOListElement | null) => void
}

const Rows = ({ ranking, rejected, sure, listRef }: RowsProps) => {
  const { t } = useWords()
  const screen = useScreenStore()
  return (
    // The role is said aloud, since Safari takes it from lists without bullets.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol
      ref={listRef}
      role="list"
      aria-label={t('ranking.list')}
      // Asks what another tag hangs on, where that is shown.
      onPointerOver={({ target }) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-label]') : null
        if (row && screen.getState().why) screen.setState({ whyOf: row.dataset.label ?? null })
      }}
    >
      {ranking.map((tag) => (
        <RankRow key={tag.tagId} {...tag} muted={rejected} sure={sure} />
      ))}
    </ol>
  )
}

const MovingRows = (props: RowsProps) => {
  const [list] = useGliding<HTMLOListElement>({
    duration: MOVE_MS,
    easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
  })
  return <Rows {...props} listRef={list} />
}
