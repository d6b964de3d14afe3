import { useState, type CSSProperties, type PointerEvent } from 'react'
import { placeUnder, rowShift } from './row-shift'

interface Drag {
  readonly from: number
  readonly to: number
  /** px that the pointer has gone. */
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

/** Reordering of rows of equal height by a handle; the others make room while one is held. */
export const useRowDrag = (count: number, onDrop: (from: number, to: number) => void): RowDrag => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const [startY, setStartY] = useState(0)
  return {
    held: drag?.from ?? null,
    handleProps: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const rowHeight = event.currentTarget.closest('li')?.offsetHeight ?? 1
        setStartY(event.clientY)
        setDrag({ from: index, to: index, distance: 0, rowHeight })
      },
      onPointerMove: (event) => {
        if (drag === null) return
        const distance = event.clientY - startY
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
