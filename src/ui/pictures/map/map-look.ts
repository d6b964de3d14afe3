/** How a map is looked at: how much larger than whole, and which place of it lies in the middle. */
export interface MapLook {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** In px. */
export interface Stage {
  readonly width: number
  readonly height: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** All of it. */
export const WHOLE: MapLook = { scale: 1, x: 0, y: 0 }

/** Closer than this points would be alone on the screen. */
const MOST = 60

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value))

/** Pixels that a length of 1 on the map takes: it is two across, and whole on the smaller side. */
export const pixelsOf = ({ scale }: MapLook, { width, height }: Stage): number =>
  (Math.max(1, Math.min(width, height)) / 2) * scale

/** Where a place of the map lies on the stage, from its upper left corner. */
export const toStage = (look: MapLook, stage: Stage, { x, y }: Point): Point => {
  const pixels = pixelsOf(look, stage)
  return { x: stage.width / 2 + (x - look.x) * pixels, y: stage.height / 2 + (y - look.y) * pixels }
}

/** The place of the map at a point of the stage. */
export const toPlace = (look: MapLook, stage: Stage, { x, y }: Point): Point => {
  const pixels = pixelsOf(look, stage)
  return { x: look.x + (x - stage.width / 2) / pixels, y: look.y + (y - stage.height / 2) / pixels }
}

const within = ({ scale, x, y }: MapLook): MapLook =>
  scale <= 1 ? WHOLE : { scale, x: between(-1, x, 1), y: between(-1, y, 1) }

/** Moved by so many px. */
export const moveBy = (look: MapLook, stage: Stage, dx: number, dy: number): MapLook => {
  const pixels = pixelsOf(look, stage)
  return within({ ...look, x: look.x - dx / pixels, y: look.y - dy / pixels })
}

/** Larger or smaller, so that what lies at a point of the stage stays there; the middle where none is given. */
export const zoomBy = (look: MapLook, stage: Stage, factor: number, at?: Point): MapLook => {
  const scale = between(1, look.scale * factor, MOST)
  const point = at ?? { x: stage.width / 2, y: stage.height / 2 }
  const place = toPlace(look, stage, point)
  const next = { scale, x: place.x, y: place.y }
  return moveBy(next, stage, point.x - stage.width / 2, point.y - stage.height / 2)
}
