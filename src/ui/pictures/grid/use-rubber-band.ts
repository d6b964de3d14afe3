import { useRef, useState, type PointerEvent } from 'react'
import { useActions, useApp, useWords } from '../../context/ui-context'
import { cellsInBand, type Band, type GridGeometry } from './grid-geometry'

/** Less than this is a click with an unsteady hand. */
const THRESHOLD_PX = 5

interface Start {
  readonly x: number
  readonly y: number
  /** What was marked before, kept with Ctrl or Shift. */
  readonly kept: ReadonlySet<string>
}

const spanned = (a: { x: number; y: number }, b: { x: number; y: number }): Band => ({
  start: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  end: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
})

/**
 * Marks pictures by drawing a rectangle over them with the mouse. Fingers scroll instead.
 * @param dragsCards where a picture is itself dragged, a rectangle begins beside it, or on it with a key that adds.
 */
export const useRubberBand = (ids: () => readonly string[], geometry: GridGeometry, dragsCards: boolean) => {
  const { store } = useApp()
  const { select } = useActions()
  const { direction } = useWords()
  const start = useRef<Start | null>(null)
  const [band, setBand] = useState<Band | null>(null)

  const pointIn = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const { scrollTop } = event.currentTarget
    const x = direction === 'rtl' ? box.right - event.clientX : event.clientX - box.left
    return { x, y: event.clientY - box.top + scrollTop }
  }
  const mark = (wanted: ReadonlySet<string>) => {
    const [first] = wanted
    if (first === undefined) return
    const before = store.getState().selection.ids
    // `only` drops everything else at once; the rest follows one by one.
    if (![...before].some((id) => wanted.has(id))) select(first, 'only')
    const marked = store.getState().selection.ids
    for (const id of marked) if (!wanted.has(id)) select(id, 'toggle')
    for (const id of wanted) if (!marked.has(id)) select(id, 'toggle')
  }

  return {
    band,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const onControl = event.target instanceof Element && event.target.closest('button') !== null
        if (event.pointerType !== 'mouse' || event.button !== 0 || onControl) return
        const adding = event.ctrlKey || event.metaKey || event.shiftKey
        const onCard = event.target instanceof Element && event.target.closest('[data-index]') !== null
        if (dragsCards && onCard && !adding) return
        start.current = { ...pointIn(event), kept: adding ? store.getState().selection.ids : new Set() }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (start.current === null) return
        const point = pointIn(event)
        const { x, y, kept } = start.current
        if (band === null) {
          if (Math.hypot(point.x - x, point.y - y) < THRESHOLD_PX) return
          event.currentTarget.setPointerCapture(event.pointerId)
        }
        const next = spanned({ x, y }, point)
        const all = ids()
        const touched = cellsInBand(next, geometry, all.length).flatMap((cell) => all[cell] ?? [])
        setBand(next)
        mark(new Set([...kept, ...touched]))
      },
      onPointerUp: () => {
        start.current = null
        setBand(null)
      },
      onPointerCancel: () => {
        start.current = null
        setBand(null)
      },
    },
  }
}
