import { blend, colours, distance, luma, tint } from './colours'
import type { Rng } from './prng'

/** What lies behind the things: one colour to draw against, and the SVG that paints it. */
export interface Background {
  readonly colour: string
  readonly definitions: string
  readonly elements: string
}

function candidate(rng: Rng): string {
  const choice = rng.next()
  if (choice < 0.3) return rng.pick(['#ffffff', '#fdfdfd', '#f6f4ee', '#fffbe8'])
  const colour = tint(rng.pick(colours).name, rng)
  if (choice < 0.6) return blend(colour, '#ffffff', rng.range(0.55, 0.85))
  if (choice < 0.75) return blend(colour, '#000000', rng.range(0.5, 0.8))
  if (choice < 0.85) return blend(colour, '#808080', rng.range(0.3, 0.7))
  return colour
}

/** A colour that stays clear of `main`, so that the thing can be seen. */
function clearOf(main: string, rng: Rng, gap: number): string {
  for (let attempt = 0; attempt < 30; attempt++) {
    const colour = candidate(rng)
    if (distance(colour, main) >= gap) return colour
  }
  return luma(main) > 0.5 ? '#20242c' : '#ffffff'
}

function marks(colour: string, rng: Rng): { definitions: string; elements: string } {
  const over = blend(colour, luma(colour) > 0.5 ? '#000000' : '#ffffff', rng.range(0.05, 0.13))
  const size = rng.range(5, 14).toFixed(1)
  const half = (Number(size) / 2).toFixed(1)
  const form = rng.int(5)
  if (form === 4) {
    let specks = ''
    for (let i = 0; i < 40; i++)
      specks += `<circle cx="${rng.range(0, 100).toFixed(1)}" cy="${rng.range(0, 100).toFixed(1)}" r="${rng.range(0.4, 1.3).toFixed(1)}" fill="${over}"/>`
    return { definitions: '', elements: specks }
  }
  const mark = [
    `<circle cx="${half}" cy="${half}" r="${(Number(size) / 5).toFixed(1)}" fill="${over}"/>`,
    `<rect width="${size}" height="${half}" fill="${over}"/>`,
    `<path d="M0 0H${size}M0 0V${size}" stroke="${over}" stroke-width="1.2"/>`,
    `<rect width="${half}" height="${half}" fill="${over}"/><rect x="${half}" y="${half}" width="${half}" height="${half}" fill="${over}"/>`,
  ][form]
  const turn = rng.chance(0.4) ? ` patternTransform="rotate(${rng.int(90)})"` : ''
  return {
    definitions: `<pattern id="bgp" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}>${mark ?? ''}</pattern>`,
    elements: '<rect width="100" height="100" fill="url(#bgp)"/>',
  }
}

/** A background for a thing of colour `main`; `gap` is the least distance kept from it. */
export function createBackground(main: string, rng: Rng, gap: number): Background {
  const colour = clearOf(main, rng, gap)
  const form = rng.next()
  const plain = `<rect width="100" height="100" fill="${colour}"/>`
  if (form < 0.5) return { colour, definitions: '', elements: plain }
  if (form < 0.75) {
    const over = marks(colour, rng)
    return { colour, definitions: over.definitions, elements: plain + over.elements }
  }
  const other = blend(colour, luma(colour) > 0.5 ? '#404860' : '#ffffff', rng.range(0.08, 0.25))
  if (form < 0.9)
    return {
      colour,
      definitions:
        `<linearGradient id="bgg" x1="0" y1="0" x2="${rng.chance(0.5) ? 0 : 1}" y2="1">` +
        `<stop offset="0" stop-color="${colour}"/><stop offset="1" stop-color="${other}"/></linearGradient>`,
      elements: '<rect width="100" height="100" fill="url(#bgg)"/>',
    }
  const floor = rng.range(55, 85).toFixed(1)
  return {
    colour,
    definitions: '',
    elements: `${plain}<rect y="${floor}" width="100" height="60" fill="${other}"/>`,
  }
}
