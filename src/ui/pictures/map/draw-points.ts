import type { ListMap } from '../../../core/desk/map/list-map'
import { pixelsOf, type MapLook, type Stage } from './map-look'
import { SHAPES, toStamp, type Stamp } from './point-shapes'

/** A colour as a pixel of `ImageData` in one number, its lowest byte red. */
export type Ink = number

/** How points of one key are drawn. */
export interface PointStyle {
  readonly ink: Ink
  /** A place in `SHAPES`. */
  readonly shape: number
}

/** What is drawn, and how. */
export interface Drawing {
  readonly map: Pick<ListMap, 'x' | 'y' | 'groupOf'>
  readonly look: MapLook
  /** Of the stage, in px of the page. */
  readonly stage: Stage
  /** Pixels of the screen in one of the page. */
  readonly ratio: number
  /** By the place of a key; the last stands for points without one. */
  readonly styles: readonly PointStyle[]
  /** A place in `styles` for each point. */
  readonly styleOf: (point: number) => number
  /** Round each point, so that those that touch are told apart. */
  readonly rim: Ink
  /** The group that stands out; `null` for none. */
  readonly group: number | null
}

/** Part of a colour that is left of what does not stand out. */
const FAINT = 0.22

/** Radius of a point in px of the page: smaller where there are more, larger when looked at closely. */
const radiusOf = (points: number, scale: number): number =>
  Math.max(1.2, Math.min(5, 80 / Math.sqrt(Math.max(1, points)) + 1.1)) * Math.min(2, scale ** 0.25)

/** So many points have no rim: they lie over each other anyway, and take half the time. */
const MOST_WITH_RIM = 20_000

/** A stamp on pixels of a width: where there is room for all of it, it needs no look at the edges. */
interface PlacedStamp {
  readonly steps: Stamp
  readonly offsets: Int32Array
}

const placeStamp = (steps: Stamp, width: number): PlacedStamp => ({
  steps,
  offsets: Int32Array.from(
    { length: steps.length / 2 },
    (_, i) => (steps[i * 2 + 1] ?? 0) * width + (steps[i * 2] ?? 0),
  ),
})

const mixed = (ink: Ink, ground: Ink, share: number): Ink => {
  const channel = (shift: number) =>
    Math.round(((ink >>> shift) & 255) * share + ((ground >>> shift) & 255) * (1 - share)) << shift
  return (channel(0) | channel(8) | channel(16) | 0xff000000) >>> 0
}

/** Draws points into pixels, 4 bytes each; what was there stays between them. */
export const drawPoints = (
  pixels: Uint32Array,
  size: Stage,
  { map, look, stage, ratio, styles, styleOf, rim, group }: Drawing,
): void => {
  const { width, height } = size
  const radius = radiusOf(map.x.length, look.scale) * ratio
  const rimWidth = map.x.length > MOST_WITH_RIM ? 0 : ratio
  const stamps = SHAPES.map((shape) => placeStamp(toStamp(shape, radius), width))
  const rims = SHAPES.map((shape) => placeStamp(toStamp(shape, radius + rimWidth), width))
  const inks = styles.map(({ ink }) => ink)
  const faint = styles.map(({ ink }) => mixed(ink, rim, FAINT))
  const scale = pixelsOf(look, stage) * ratio
  const [left, top] = [width / 2 - look.x * scale, height / 2 - look.y * scale]

  const reach = Math.ceil((radius + rimWidth) * 1.3)
  const stamp = ({ steps, offsets }: PlacedStamp, x: number, y: number, ink: Ink) => {
    if (x >= reach && y >= reach && x < width - reach && y < height - reach) {
      const at = y * width + x
      const { length } = offsets
      for (let i = 0; i < length; i += 1) pixels[at + (offsets[i] ?? 0)] = ink
      return
    }
    for (let i = 0; i < steps.length; i += 2) {
      const px = x + (steps[i] ?? 0)
      const py = y + (steps[i + 1] ?? 0)
      if (px >= 0 && px < width && py >= 0 && py < height) pixels[py * width + px] = ink
    }
  }
  const drawThose = (isDrawn: (point: number) => boolean, colours: readonly Ink[]) => {
    for (let point = 0; point < map.x.length; point += 1) {
      if (!isDrawn(point)) continue
      const x = Math.round(left + (map.x[point] ?? 0) * scale)
      const y = Math.round(top + (map.y[point] ?? 0) * scale)
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue
      const style = styleOf(point)
      const shape = styles[style]?.shape ?? 0
      const [edge, area] = [rims[shape], stamps[shape]]
      if (!edge || !area) continue
      if (rimWidth > 0) stamp(edge, x, y, rim)
      stamp(area, x, y, colours[style] ?? rim)
    }
  }
  if (group === null) {
    drawThose(() => true, inks)
    return
  }
  drawThose((point) => map.groupOf[point] !== group, faint)
  drawThose((point) => map.groupOf[point] === group, inks)
}
