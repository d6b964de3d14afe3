/** How a picture is looked at: how much larger than it fits, and how far its middle is from that of the stage, in px. */
export interface ZoomView {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** Sizes in px: of the stage, and of the picture as it fits there. */
export interface ZoomSizes {
  readonly stage: { readonly width: number; readonly height: number }
  readonly fitted: { readonly width: number; readonly height: number }
  /** Pixels of the file in a line. */
  readonly pixels: number
}

/** A place on the stage, from its middle, in px. */
export interface StagePoint {
  readonly x: number
  readonly y: number
}

/** The picture as it fits. */
export const FITTED: ZoomView = { scale: 1, x: 0, y: 0 }

/** A small drawing can be looked at in such detail, a large photograph until each pixel is a square. */
const LEAST_MOST = 4
const MOST_PER_PIXEL = 8

/** The scale at which a pixel of the file is one of the page. */
const actualScale = ({ fitted, pixels }: ZoomSizes): number => pixels / Math.max(1, fitted.width)

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value))

/** Of the file's own size, in percent. */
export const zoomPercent = ({ scale }: ZoomView, sizes: ZoomSizes): number =>
  (scale / actualScale(sizes)) * 100

/** Moved by so many px, no farther than the picture goes. */
export const panBy = ({ scale, x, y }: ZoomView, sizes: ZoomSizes, dx: number, dy: number): ZoomView => {
  const { stage, fitted } = sizes
  const reach = (room: number, size: number) => Math.max(0, (size * scale - room) / 2)
  const [reachX, reachY] = [reach(stage.width, fitted.width), reach(stage.height, fitted.height)]
  return { scale, x: between(-reachX, x + dx, reachX), y: between(-reachY, y + dy, reachY) }
}

/**
 * Larger or smaller, so that what lies under a point stays there.
 *
 * @param at from the middle of the stage.
 */
export const zoomBy = (
  view: ZoomView,
  sizes: ZoomSizes,
  factor: number,
  at: StagePoint = { x: 0, y: 0 },
): ZoomView => {
  const most = Math.max(LEAST_MOST, actualScale(sizes) * MOST_PER_PIXEL)
  const scale = between(1, view.scale * factor, most)
  const by = scale / view.scale
  return panBy({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, sizes, 0, 0)
}

const middleOf = (points: readonly StagePoint[]): StagePoint => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const spreadOf = ([a, b]: readonly StagePoint[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

/**
 * Fingers that have moved take the picture along: one moves it, and two that part or meet make it larger or smaller, so
 * that what lies between them stays there.
 *
 * @param from where the fingers were, in the order of `to`; at least one.
 */
export const dragBy = (
  view: ZoomView,
  sizes: ZoomSizes,
  from: readonly StagePoint[],
  to: readonly StagePoint[],
): ZoomView => {
  const [was, is] = [middleOf(from), middleOf(to)]
  const factor = from.length > 1 ? spreadOf(to) / Math.max(1, spreadOf(from)) : 1
  return panBy(zoomBy(view, sizes, factor, was), sizes, is.x - was.x, is.y - was.y)
}

/** What a double press goes to: the file's own pixels, or twice the size where those are not more; and back. */
export const toggled = (view: ZoomView, sizes: ZoomSizes, at: StagePoint): ZoomView =>
  view.scale > 1 ? FITTED : zoomBy(FITTED, sizes, Math.max(2, actualScale(sizes)), at)
