import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DuplicateGroup } from '../../../core/desk/duplicates/duplicates'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { useMedia } from '../../primitives/use-media'
import { DuplicateGroupCard } from './duplicate-group'

/** Height of a group in px: its line of words, or two, and its pictures; and more where buttons are larger. */
const HEIGHT = { wide: 216, narrow: 280, touch: 24 } as const

/** Narrower than this a group's buttons have a line of their own. */
const WIDE_PX = 640

/** All groups, of which those near the screen exist. */
export const GroupList = ({ groups }: { readonly groups: readonly DuplicateGroup[] }) => {
  const { t } = useWordsWith(duplicates)
  const scroller = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(true)
  const isTouch = useMedia('(pointer: coarse)')
  const attach = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      setWide(element.clientWidth >= WIDE_PX)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])
  const height = (isWide ? HEIGHT.wide : HEIGHT.narrow) + (isTouch ? HEIGHT.touch : 0)
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 2,
  })
  useEffect(() => {
    virtual.measure()
  }, [virtual, height])
  return (
    <div ref={attach} className="scroll-y h-full">
      <ul aria-label={t('duplicates.title')} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const group = groups[index]
          return group ? (
            <li
              key={`${group.sameness} ${group.rows[0] ?? index}`}
              aria-setsize={groups.length}
              aria-posinset={index + 1}
              className="absolute start-0 top-0 w-full border-b border-line px-3 py-2.5 contain-layout"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <DuplicateGroupCard group={group} />
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
