import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import {
  dragBy,
  FITTED,
  panBy,
  type StagePoint,
  toggled,
  zoomBy,
  zoomPercent,
  type ZoomSizes,
  type ZoomView,
} from './zoom-view'

/** How a notch of a wheel, or a pinch on a touchpad, which comes as one with Ctrl, changes the scale, by px. */
const PER_WHEEL_PX = 0.0016
const PER_PINCH_PX = 0.01

/** Of lines, where a wheel counts in these. */
const LINE_PX = 32

/** How far a key moves the picture, of the stage. */
const KEY_STEP = 0.15
const KEY_FACTOR = 1.5

/** The sizes now; `null` while there is no picture to look at. A picture says by `data-fits` how many pixels it has in a line. */
const measure = (stage: HTMLElement): ZoomSizes | null => {
  const picture = stage.querySelector<HTMLElement>('[data-fits]')
  if (!picture) return null
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    fitted: { width: picture.offsetWidth, height: picture.offsetHeight },
    pixels: Number(picture.dataset.fits),
  }
}

/** What is done to a view, with what it is done by. */
type Change = (view: ZoomView, sizes: ZoomSizes) => ZoomView

const asItIs: Change = (view, sizes) => panBy(view, sizes, 0, 0)

interface Listening {
  readonly change: (by: Change, glides: boolean) => void
  readonly isClose: () => boolean
  /** Whether a wheel zooms by itself; else with Ctrl alone, as a pinch on a touchpad comes. */
  readonly takesWheel: boolean
}

/** WebKit's; TypeScript's library does not know it. */
interface Gesture extends Event {
  /** The distance of the fingers, of that at the beginning. */
  readonly scale: number
  readonly clientX: number
  readonly clientY: number
}

const isGesture = (event: Event): event is Gesture => 'scale' in event && 'clientX' in event

/** Follows pointers and wheel over `stage`. React's own listeners could not refuse the wheel. @returns ends it. */
const listen = (stage: HTMLElement, { change, isClose, takesWheel }: Listening): (() => void) => {
  const listening = new AbortController()
  const { signal } = listening
  const pointers = new Map<number, StagePoint>()
  const pointOf = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): StagePoint => {
    const { left, top, width, height } = stage.getBoundingClientRect()
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
  }
  const onWheel = (event: WheelEvent) => {
    if (!takesWheel && !event.ctrlKey) return
    event.preventDefault()
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX)
    const factor = Math.exp(-px * (event.ctrlKey ? PER_PINCH_PX : PER_WHEEL_PX))
    change((view, sizes) => zoomBy(view, sizes, factor, pointOf(event)), false)
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    pointers.set(event.pointerId, pointOf(event))
    if (isClose() || pointers.size > 1) stage.setPointerCapture(event.pointerId)
  }
  const onMove = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return
    // Let go of beside the stage, which no one has told of.
    if (event.buttons === 0) {
      pointers.delete(event.pointerId)
      return
    }
    const before = [...pointers.values()]
    pointers.set(event.pointerId, pointOf(event))
    // One finger on a picture that fits scrolls what it stands in.
    if (before.length === 1 && !isClose()) return
    const after = [...pointers.values()]
    change((view, sizes) => dragBy(view, sizes, before, after), false)
  }
  const onTouch = (event: TouchEvent) => {
    // Else the browser takes two fingers for a scroll.
    if (event.touches.length > 1 || isClose()) event.preventDefault()
  }
  // Safari tells of a pinch on a touchpad in events of its own; of fingers on a screen by pointers as well.
  let pinched = 1
  const onGesture = (event: Event) => {
    if (!isGesture(event) || pointers.size > 0) return
    event.preventDefault()
    const factor = event.scale / (event.type === 'gesturestart' ? event.scale : pinched)
    pinched = event.scale
    change((view, sizes) => zoomBy(view, sizes, factor, pointOf(event)), false)
  }
  for (const kind of ['gesturestart', 'gesturechange'])
    stage.addEventListener(kind, onGesture, { signal, passive: false })
  stage.addEventListener('wheel', onWheel, { signal, passive: false })
  stage.addEventListener('touchmove', onTouch, { signal, passive: false })
  stage.addEventListener('pointerdown', onDown, { signal })
  stage.addEventListener('pointermove', onMove, { signal })
  for (const end of ['pointerup', 'pointercancel'] as const)
    stage.addEventListener(end, ({ pointerId }) => pointers.delete(pointerId), { signal })
  stage.addEventListener(
    'dblclick',
    (event) => {
      change((view, sizes) => toggled(view, sizes, pointOf(event)), true)
    },
    { signal },
  )
  return () => {
    listening.abort()
  }
}

/** What a picture is looked at by, now. */
interface Look {
  readonly view: ZoomView
  /** Of the file's own size, rounded; `null` while there is no picture to look at. */
  readonly percent: number | null
  /** Whether the last change is one that the eye is to follow. */
  readonly glides: boolean
}

const isSameView = (one: ZoomView, other: ZoomView): boolean =>
  one.scale === other.scale && one.x === other.x && one.y === other.y

const AS_IT_FITS: Look = { view: FITTED, percent: null, glides: false }

const WAYS: Readonly<Record<string, 'in' | 'out' | 'fit'>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' }

const ARROWS: Readonly<Record<string, StagePoint>> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

/**
 * A picture that is looked at closely: how, and what changes it.
 *
 * @param subject what is looked at: measured again when it is another.
 */
export const useZoom = (subject: unknown, takesWheel: boolean) => {
  const stage = useRef<HTMLElement>(null)
  const [look, setLook] = useState(AS_IT_FITS)
  const newest = useRef(FITTED)

  const change = useCallback((by: Change, glides: boolean) => {
    const sizes = stage.current && measure(stage.current)
    if (!sizes) return
    const view = by(newest.current, sizes)
    newest.current = view
    const percent = Math.round(zoomPercent(view, sizes))
    // An observer tells of every stage once as it begins.
    setLook((look) =>
      look.percent === percent && look.glides === glides && isSameView(look.view, view)
        ? look
        : { view, percent, glides },
    )
  }, [])

  const attach = useCallback(
    (element: HTMLElement | null) => {
      stage.current = element
      if (!element) return undefined
      const stop = listen(element, { change, isClose: () => newest.current.scale > 1, takesWheel })
      // In a smaller window the picture would lie beside its stage.
      const observer = new ResizeObserver(() => {
        change(asItIs, false)
      })
      observer.observe(element)
      return () => {
        stop()
        observer.disconnect()
      }
    },
    [change, takesWheel],
  )
  // Before it is drawn: left for later, it was still to be done when the next key came, and React takes fifty keys in a row
  // that leave something for a loop without an end.
  useLayoutEffect(() => {
    change(asItIs, false)
  }, [change, subject])

  const zoom = useCallback(
    (way: 'in' | 'out' | 'fit') => {
      change((view, sizes) => {
        if (way === 'fit') return FITTED
        return zoomBy(view, sizes, way === 'in' ? KEY_FACTOR : 1 / KEY_FACTOR)
      }, true)
    },
    [change],
  )

  /** Does what a key says, and tells whether it says anything here: arrows move what is larger than its stage. */
  const press = useCallback(
    (key: string): boolean => {
      const [way, arrow] = [WAYS[key], ARROWS[key]]
      if (way) zoom(way)
      else if (arrow && newest.current.scale > 1)
        change((view, sizes) => {
          const { width, height } = sizes.stage
          return panBy(view, sizes, arrow.x * KEY_STEP * width, arrow.y * KEY_STEP * height)
        }, true)
      else return false
      return true
    },
    [change, zoom],
  )

  return { attach, look, zoom, press }
}
