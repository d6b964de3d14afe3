import type { RefCallback } from 'react'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useWords } from '../../context/ui-context'
import { TagRow } from './tag-row'
import { type TagListProps, useTagRows } from './use-tag-rows'
import { useGliding } from '../../primitives/gliding/use-gliding'

const LongTagList = lateComponent(async () => (await import('./long-tag-list')).LongTagList)

const MOVE_MS = 160

/** More rows than this take longer to draw, and to measure at every change, than a key may wait. */
const MOST_DRAWN = 60

/** Rows that are seen while the code of the long list is on its way: as many as a tall window has. */
const MOST_WAITING = 30

interface RowsProps extends TagListProps {
  /** How many from the first on are drawn, beside those that keys have gone to. */
  readonly drawn?: number
  readonly list?: RefCallback<HTMLUListElement>
  readonly beforeDrop?: () => void
}

const Rows = ({ list, beforeDrop, drawn = Infinity, ...props }: RowsProps) => {
  const { t } = useWords()
  const { kept, rowProps } = useTagRows(props, beforeDrop)
  return (
    <ul ref={list} aria-label={t('tags.list')} className="px-1.5 pt-1 pb-2">
      {props.tags.map((tag, index) =>
        index < drawn || kept.includes(index) ? <TagRow key={tag.id} {...rowProps(tag, index)} /> : null,
      )}
    </ul>
  )
}

const MovingRows = (props: TagListProps) => {
  const [list, animate] = useGliding<HTMLUListElement>({ duration: MOVE_MS })
  const beforeDrop = () => {
    animate(false)
    setTimeout(animate, MOVE_MS, true)
  }
  return <Rows {...props} list={list} beforeDrop={beforeDrop} />
}

/** The rows: all of them, or of a long list those near the screen. */
export const TagRows = (props: TagListProps) =>
  props.tags.length <= MOST_DRAWN ? (
    <MovingRows {...props} />
  ) : (
    <Part meanwhile={<Rows {...props} drawn={MOST_WAITING} />}>
      <LongTagList {...props} />
    </Part>
  )
