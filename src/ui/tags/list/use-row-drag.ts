import { useState, type CSSProperties, type PointerEvent } from 'react'
import { placeUnder, rowShift } from './row-shift'

interface Drag {
  readonly from: number
  readonly to: number
  /** px that the pointer has gone over the list, what was scrolled meanwhile included. */
  readonly distance: number
  readonly rowHeight: number
}

interface RowDrag {
  /** The row that is held; `null` while none is. */
  readonly held: number | null
  /** Spread onto the handle of row `index`. */
  handleProps(index: number): {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: () => void
    onPointerCancel: () => void
  }
  rowStyle(index: number): CSSProperties | undefined
}

const scrollerOf = (handle: HTMLElement): HTMLElement | null => handle.closest('ul')?.parentElement ?? null

/** Scrolls on while a row is held at an end of what is seen, a row with each move of the pointer. */
const scrollAtEdge = (scroller: HTMLElement, y: number, rowHeight: number) => {
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y > bottom - rowHeight) scroller.scrollTop += rowHeight
  else if (y < top + rowHeight) scroller.scrollTop -= rowHeight
}

/** A row is held over the list and not beyond it, where it would make room to scroll to without end. */
const withinList = (distance: number, { from, rowHeight }: Drag, count: number): number =>
  Math.max(-from * rowHeight, Math.min((count - 1 - from) * rowHeight, distance))

/** Reordering of rows of equal height by a handle; the others make room while one is held. */
export const useRowDrag = (count: number, onDrop: (from: number, to: number) => void): RowDrag => {
  const [drag, setDrag] = useState<Drag | null>(null)
  // Of the pointer within what scrolls: what scrolls away under a held row has been passed by it.
  const [startY, setStartY] = useState(0)
  return {
    held: drag?.from ?? null,
    handleProps: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const rowHeight = event.currentTarget.closest('li')?.offsetHeight ?? 1
        setStartY(event.clientY + (scrollerOf(event.currentTarget)?.scrollTop ?? 0))
        setDrag({ from: index, to: index, distance: 0, rowHeight })
      },
      onPointerMove: (event) => {
        if (drag === null) return
        const scroller = scrollerOf(event.currentTarget)
        if (scroller) scrollAtEdge(scroller, event.clientY, drag.rowHeight)
        const gone = event.clientY + (scroller?.scrollTop ?? 0) - startY
        const distance = withinList(gone, drag, count)
        setDrag({ ...drag, distance, to: placeUnder(drag.from, distance, drag.rowHeight, count) })
      },
      onPointerUp: () => {
        if (drag !== null && drag.to !== drag.from) onDrop(drag.from, drag.to)
        setDrag(null)
      },
      onPointerCancel: () => {
        setDrag(null)
      },
    }),
    rowStyle: (index) => {
      if (drag === null) return undefined
      if (index === drag.from) return { transform: `translateY(${drag.distance}px)`, zIndex: 1 }
      return {
        transform: `translateY(${rowShift(index, drag.from, drag.to) * drag.rowHeight}px)`,
        transition: 'transform 140ms',
      }
    },
  }
}
