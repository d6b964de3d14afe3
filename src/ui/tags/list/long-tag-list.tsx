import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useMedia } from '../../primitives/use-media'
import { useWords } from '../../context/ui-context'
import { TagRow } from './tag-row'
import { useTagRows, type TagListProps } from './use-tag-rows'

/** Rows kept beside those on the screen, so that scrolling shows no gaps. */
const OVERSCAN = 6

/** px, as `TagRow` draws them. */
const ROW_HEIGHT = 32
const TOUCH_ROW_HEIGHT = 48
const BELOW = 8
/** The ring of the first row has its place. */
const ABOVE = 4

/**
 * The rows of a long list, of which only those near the screen exist. The first one and the one with the Tab stop
 * always do: focus is not lost with a row that scrolls away, and the field above leads to the first.
 */
export const LongTagList = (props: TagListProps) => {
  const { t } = useWords()
  const { tags } = props
  const list = useRef<HTMLUListElement>(null)
  const rowHeight = useMedia('(pointer: coarse)') ? TOUCH_ROW_HEIGHT : ROW_HEIGHT
  const { kept, rowProps } = useTagRows(props)
  const virtual = useVirtualizer({
    count: tags.length,
    getScrollElement: () => list.current?.parentElement ?? null,
    getItemKey: (index) => tags[index]?.id ?? index,
    estimateSize: () => rowHeight,
    paddingStart: ABOVE,
    paddingEnd: BELOW,
    overscan: OVERSCAN,
    rangeExtractor: (range) =>
      [...new Set([0, ...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  })
  // The virtualiser remembers sizes by row; another pointer makes all of them old.
  useEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])

  return (
    <ul
      ref={list}
      aria-label={t('tags.list')}
      className="relative"
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const tag = tags[index]
        if (tag === undefined) return null
        const { item, ...row } = rowProps(tag, index)
        return (
          <TagRow
            key={tag.id}
            {...row}
            item={{
              'aria-setsize': tags.length,
              'aria-posinset': index + 1,
              style: { position: 'absolute', insetInline: '0.375rem', top: start, ...item.style },
            }}
          />
        )
      })}
    </ul>
  )
}
