import { useAutoAnimate } from '@formkit/auto-animate/react'
import { lazy, Suspense } from 'react'
import { useWords } from '../ui-context'
import { TagRow } from './tag-row'
import { useTagRows, type TagListProps } from './use-tag-rows'

const LongTagList = lazy(async () => ({ default: (await import('./long-tag-list')).LongTagList }))

const MOVE_MS = 160

/** More rows than this take longer to draw, and to measure at every change, than a key may wait. */
const MOST_DRAWN = 60

const ShortTagList = (props: TagListProps) => {
  const { t } = useWords()
  const [list, animate] = useAutoAnimate<HTMLUListElement>({ duration: MOVE_MS })
  const { rowProps } = useTagRows(props, () => {
    animate(false)
    setTimeout(animate, MOVE_MS, true)
  })
  return (
    <ul ref={list} aria-label={t('tags.list')} className="px-1.5 pb-2">
      {props.tags.map((tag, index) => (
        <TagRow key={tag.id} {...rowProps(tag, index)} />
      ))}
    </ul>
  )
}

/** The rows: all of them, or of a long list those near the screen. */
export const TagList = (props: TagListProps) =>
  props.tags.length <= MOST_DRAWN ? (
    <ShortTagList {...props} />
  ) : (
    <Suspense fallback={<ShortTagList {...props} tags={props.tags.slice(0, MOST_DRAWN)} />}>
      <LongTagList {...props} />
    </Suspense>
  )
