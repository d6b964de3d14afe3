import { createBackground } from './background'
import { catalogue } from './catalogue'
import { colours, distance, tint, type ColourName } from './colours'
import { createLayout, type Slot } from './layout'
import { createDrawing, heldOutStyle, styles, type Style, type Texture } from './pen'
import { createRng, type Rng } from './prng'

/** What a scene shows: exactly what captions may speak of. */
export interface SceneFacts {
  /** Index into the catalogue. */
  readonly kind: number
  readonly colour: ColourName
  /** 1 to 5. */
  readonly count: number
  readonly style: Style
}

export interface Scene extends SceneFacts {
  /** An SVG document of 100 by 100 units. */
  readonly svg: string
}

/** Styles that training may use. */
export const trainingStyles: readonly Style[] = styles.filter((style) => style !== heldOutStyle)

/** A colour for a kind: mostly one of its usual ones, else any. */
export function pickColour(kind: number, rng: Rng): ColourName {
  const usual = catalogue[kind]?.kind.usual
  return usual !== undefined && rng.chance(0.6) ? rng.pick(usual) : rng.pick(colours).name
}

function transform(slot: Slot, rng: Rng, flip: boolean, count: number): string {
  const turn = rng.chance(0.75) ? rng.range(-8, 8) : rng.range(-25, 25)
  const scale = slot.size / 100
  const sx = scale * rng.range(0.9, 1.1) * (flip ? -1 : 1)
  const sy = scale * rng.range(0.9, 1.1)
  const steady = count > 1 ? turn * 0.7 : turn
  return `translate(${slot.x.toFixed(1)} ${slot.y.toFixed(1)}) rotate(${steady.toFixed(1)}) scale(${sx.toFixed(3)} ${sy.toFixed(3)})`
}

const wobble =
  '<filter id="wobble" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="turbulence" baseFrequency="0.09" ' +
  'numOctaves="2" result="t"/><feDisplacementMap in="SourceGraphic" in2="t" scale="4.5"/></filter>'

/** Composes the scene of some facts. Everything else (pose, background, variant) comes from `rng`. */
export function composeScene(facts: SceneFacts, rng: Rng): Scene {
  const entry = catalogue[facts.kind]
  if (entry === undefined) throw new RangeError(`no kind ${facts.kind}`)
  const { style, count } = facts
  const main = tint(facts.colour, rng)
  const background = createBackground(main, rng, style === 'line' || style === 'sketch' ? 0.6 : 0.45)
  const texture: Texture = rng.chance(0.2) ? rng.pick(['dots', 'stripes', 'checks'] as const) : 'none'
  const accents = colours
    .map((colour) => tint(colour.name, rng))
    .filter((colour) => distance(colour, main) > 0.5)
  const accent = accents.length === 0 ? '#e0a020' : rng.pick(accents)
  const outline = rng.range(1.6, 3.6) * (count > 1 ? 1.4 : 1)
  const sameVariant = rng.chance(0.65)
  const variantSeed = rng.int(1 << 30)
  const mayFlip = entry.category !== 'symbol'
  let definitions = background.definitions
  let body = ''
  createLayout(count, rng).forEach((slot, i) => {
    const drawing = createDrawing(
      { style, texture, main, accent, ground: background.colour, outline },
      `k${i}`,
    )
    entry.kind.draw(drawing.pen, sameVariant ? createRng(variantSeed, 77) : rng)
    definitions += drawing.definitions()
    const flip = mayFlip && rng.chance(0.5)
    if (style === 'shaded')
      body += `<ellipse cx="${slot.x.toFixed(1)}" cy="${(slot.y + slot.size * 0.46).toFixed(1)}" rx="${(slot.size * 0.42).toFixed(1)}" ry="${(slot.size * 0.06).toFixed(1)}" fill="#000000" fill-opacity="0.2"/>`
    body += `<g transform="${transform(slot, rng, flip, count)}">${drawing.elements()}</g>`
  })
  if (style === 'sketch') {
    definitions += wobble
    body = `<g filter="url(#wobble)">${body}</g>`
  }
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">' +
    `<defs>${definitions}</defs>${background.elements}${body}</svg>`
  return { ...facts, svg }
}
