import { blend, luma } from './colours'

/** Named paints. `main` is the colour that captions speak of; the others keep out of its way. */
export type Paint =
  | 'main'
  | 'dark'
  | 'light'
  | 'accent'
  | 'ink'
  | 'white'
  | 'glass'
  | 'wood'
  | 'metal'
  | 'skin'
  | 'leaf'
  | 'tyre'

/** How a scene is drawn. `sketch` is held out of training. */
export const styles = ['flat', 'outlined', 'line', 'shaded', 'tone', 'sketch'] as const
export type Style = (typeof styles)[number]
export const heldOutStyle: Style = 'sketch'

export type Texture = 'none' | 'dots' | 'stripes' | 'checks'

/** The drawing surface handed to a kind: a box from -50 to 50 both ways, y pointing down. */
export interface Pen {
  readonly path: (paint: Paint, d: string) => void
  readonly rect: (paint: Paint, x: number, y: number, w: number, h: number, radius?: number) => void
  readonly circle: (paint: Paint, x: number, y: number, r: number) => void
  readonly ellipse: (paint: Paint, x: number, y: number, rx: number, ry: number, turn?: number) => void
  /** Closed polygon: x0, y0, x1, y1, ... */
  readonly poly: (paint: Paint, ...points: readonly number[]) => void
  /** An open stroke with round ends. */
  readonly line: (paint: Paint, width: number, d: string) => void
}

export interface Ink {
  readonly style: Style
  readonly texture: Texture
  /** Colour of `main`. */
  readonly main: string
  readonly accent: string
  /** Colour behind the thing: line drawings fill with it so that near parts hide far ones. */
  readonly ground: string
  /** Width of outlines, in units of the box. */
  readonly outline: number
}

const fixed: Record<string, string> = {
  white: '#fbfbf6',
  glass: '#bfe3f5',
  wood: '#a4703c',
  metal: '#a9b1b8',
  skin: '#eec39a',
  leaf: '#4aa545',
  tyre: '#2b2b2e',
}

function colourOf(paint: Paint, ink: Ink): string {
  if (paint === 'main') return ink.main
  if (paint === 'dark')
    return luma(ink.main) < 0.2 ? blend(ink.main, '#ffffff', 0.3) : blend(ink.main, '#000000', 0.35)
  if (paint === 'light') return blend(ink.main, luma(ink.main) > 0.9 ? '#b8bcc4' : '#ffffff', 0.45)
  if (paint === 'accent') return ink.accent
  if (paint === 'ink') return luma(ink.main) < 0.2 ? '#d8d8d8' : '#26262a'
  return fixed[paint] ?? ink.main
}

/** Definitions (gradients, patterns) and elements of one drawn thing. */
export interface Drawing {
  readonly pen: Pen
  readonly definitions: () => string
  readonly elements: () => string
}

const n = (value: number): string => String(Math.round(value * 100) / 100)

export function createDrawing(ink: Ink, id: string): Drawing {
  const definitions = new Map<string, string>()
  const elements: string[] = []
  const outlineColour = luma(ink.main) < 0.25 && luma(ink.ground) < 0.4 ? '#d0d0d0' : '#202024'

  const gradient = (colour: string): string => {
    const key = `${id}g${colour.slice(1)}`
    definitions.set(
      key,
      `<linearGradient id="${key}" x1="0.2" y1="0" x2="0.7" y2="1">` +
        `<stop offset="0" stop-color="${blend(colour, '#ffffff', 0.35)}"/><stop offset="0.5" stop-color="${colour}"/>` +
        `<stop offset="1" stop-color="${blend(colour, '#000000', 0.4)}"/></linearGradient>`,
    )
    return `url(#${key})`
  }

  const pattern = (colour: string): string => {
    const key = `${id}p${colour.slice(1)}`
    const over = blend(colour, luma(colour) > 0.7 ? '#000000' : '#ffffff', luma(colour) > 0.9 ? 0.15 : 0.28)
    const marks =
      ink.texture === 'dots'
        ? `<circle cx="4" cy="4" r="2" fill="${over}"/>`
        : ink.texture === 'stripes'
          ? `<rect width="8" height="3" fill="${over}"/>`
          : `<rect width="4" height="4" fill="${over}"/><rect x="4" y="4" width="4" height="4" fill="${over}"/>`
    definitions.set(
      key,
      `<pattern id="${key}" width="8" height="8" patternUnits="userSpaceOnUse">` +
        `<rect width="8" height="8" fill="${colour}"/>${marks}</pattern>`,
    )
    return `url(#${key})`
  }

  const hatch = (colour: string): string => {
    const key = `${id}h${colour.slice(1)}`
    definitions.set(
      key,
      `<pattern id="${key}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">` +
        `<rect width="5" height="5" fill="${blend(ink.ground, '#ffffff', 0.3)}"/>` +
        `<rect width="5" height="2.6" fill="${colour}"/></pattern>`,
    )
    return `url(#${key})`
  }

  const toned = (colour: string): string =>
    luma(colour) > 0.6 ? blend(ink.main, '#ffffff', 0.65) : blend(ink.main, '#000000', 0.45)

  const solid = (paint: Paint): string => {
    const colour = colourOf(paint, ink)
    switch (ink.style) {
      case 'flat':
        return `fill="${paint === 'main' && ink.texture !== 'none' ? pattern(colour) : colour}"`
      case 'outlined':
        return (
          `fill="${paint === 'main' && ink.texture !== 'none' ? pattern(colour) : colour}" ` +
          `stroke="${outlineColour}" stroke-width="${n(ink.outline)}" stroke-linejoin="round"`
        )
      case 'line':
        return (
          `fill="${paint === 'ink' || paint === 'tyre' ? ink.main : ink.ground}" stroke="${ink.main}" ` +
          `stroke-width="${n(ink.outline * 1.3)}" stroke-linejoin="round"`
        )
      case 'shaded':
        return `fill="${gradient(colour)}"`
      case 'tone':
        return `fill="${paint === 'main' ? colour : toned(colour)}"`
      case 'sketch':
        return `fill="${hatch(colour)}" stroke="${blend(colour, '#000000', 0.35)}" stroke-width="${n(ink.outline)}"`
    }
  }

  const strokeColour = (paint: Paint): string => {
    const colour = colourOf(paint, ink)
    if (ink.style === 'line') return ink.main
    return ink.style === 'tone' && paint !== 'main' ? toned(colour) : colour
  }

  const pen: Pen = {
    path: (paint, d) => elements.push(`<path d="${d}" ${solid(paint)}/>`),
    rect: (paint, x, y, w, h, radius = 0) =>
      elements.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(radius)}" ${solid(paint)}/>`,
      ),
    circle: (paint, x, y, r) =>
      elements.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${solid(paint)}/>`),
    ellipse: (paint, x, y, rx, ry, turn = 0) =>
      elements.push(
        `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" ` +
          `transform="rotate(${n(turn)} ${n(x)} ${n(y)})" ${solid(paint)}/>`,
      ),
    poly: (paint, ...points) =>
      elements.push(`<polygon points="${points.map(n).join(' ')}" ${solid(paint)}/>`),
    line: (paint, width, d) =>
      elements.push(
        `<path d="${d}" fill="none" stroke="${strokeColour(paint)}" stroke-width="${n(width)}" ` +
          `stroke-linecap="round" stroke-linejoin="round"/>`,
      ),
  }
  return { pen, definitions: () => [...definitions.values()].join(''), elements: () => elements.join('') }
}
