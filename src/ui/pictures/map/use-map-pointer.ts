import { useEffect, useRef, useState, type RefObject } from 'react'
import { moveBy, zoomBy, type MapLook, type Stage } from './map-look'

interface Point {
  readonly x: number
  readonly y: number
}

/** What pointers and wheel over the map come to. Points are px from the upper left corner of the stage. */
export interface MapPointing {
  /** `true` where a drag draws round points, instead of moving the map. */
  readonly draws: boolean
  readonly change: (by: (look: MapLook, stage: Stage) => MapLook) => void
  /** The pointer rests over a point, or has left. */
  readonly onHover: (at: Point | null) => void
  readonly onPress: (at: Point) => void
  /** A line was drawn and let go. */
  readonly onLine: (line: readonly Point[]) => void
}

/** Farther than a hand trembles, in px. */
const DRAG_PX = 4

/** How a notch of a wheel, or a pinch on a touchpad, which comes as one with Ctrl, changes the scale, by px. */
const PER_WHEEL_PX = 0.0016
const PER_PINCH_PX = 0.01
const LINE_PX = 32

const apart = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length),
  y: points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length),
})

/** Follows pointers over `stage`. React's own listeners could not refuse the wheel. @returns ends it. */
const listen = (
  stage: HTMLElement,
  pointing: RefObject<MapPointing>,
  setLine: (line: readonly Point[]) => void,
): (() => void) => {
  const listening = new AbortController()
  const { signal } = listening
  const pointers = new Map<number, Point>()
  let start: Point | null = null
  let line: Point[] | null = null
  let isDrag = false
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = stage.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const end = () => {
    start = null
    line = null
    isDrag = false
    setLine([])
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX)
    const factor = Math.exp(-px * (event.ctrlKey ? PER_PINCH_PX : PER_WHEEL_PX))
    pointing.current.change((look, size) => zoomBy(look, size, factor, pointOf(event)))
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    const at = pointOf(event)
    pointers.set(event.pointerId, at)
    stage.setPointerCapture(event.pointerId)
    if (pointers.size > 1) {
      end()
      return
    }
    start = at
    if (pointing.current.draws || event.shiftKey) line = [at]
  }
  const onMove = (event: PointerEvent) => {
    const at = pointOf(event)
    if (!pointers.has(event.pointerId)) {
      pointing.current.onHover(at)
      return
    }
    const before = [...pointers.values()]
    pointers.set(event.pointerId, at)
    const after = [...pointers.values()]
    if (start && !isDrag && Math.hypot(at.x - start.x, at.y - start.y) < DRAG_PX) return
    isDrag = true
    pointing.current.onHover(null)
    if (line) {
      line.push(at)
      setLine([...line])
      return
    }
    const [from, to] = [middle(before), middle(after)]
    const factor = before.length > 1 ? apart(after) / Math.max(1, apart(before)) : 1
    pointing.current.change((look, size) =>
      moveBy(zoomBy(look, size, factor, from), size, to.x - from.x, to.y - from.y),
    )
  }
  const onUp = (event: PointerEvent) => {
    pointers.delete(event.pointerId)
    if (start && !isDrag) pointing.current.onPress(start)
    else if (line) pointing.current.onLine(line)
    if (pointers.size === 0) end()
  }
  stage.addEventListener('wheel', onWheel, { signal, passive: false })
  stage.addEventListener('pointerdown', onDown, { signal })
  stage.addEventListener('pointermove', onMove, { signal })
  stage.addEventListener('pointerup', onUp, { signal })
  stage.addEventListener(
    'pointercancel',
    ({ pointerId }) => {
      pointers.delete(pointerId)
      end()
    },
    { signal },
  )
  stage.addEventListener(
    'pointerleave',
    () => {
      pointing.current.onHover(null)
    },
    { signal },
  )
  return () => {
    listening.abort()
  }
}

/**
 * Has pointers move the map, or draw round points.
 * @returns the line that is being drawn.
 */
export const useMapPointer = (
  stage: RefObject<HTMLElement | null>,
  pointing: MapPointing,
): readonly Point[] => {
  const latest = useRef(pointing)
  useEffect(() => {
    latest.current = pointing
  })
  const [line, setLine] = useState<readonly Point[]>([])
  useEffect(() => (stage.current ? listen(stage.current, latest, setLine) : undefined), [stage])
  return line
}
