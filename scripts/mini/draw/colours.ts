import type { Rng } from './prng'

/** Red, green, blue in 0-255. */
export type Rgb = readonly [number, number, number]

/** The colour names a caption may use, each with the tints that may stand for it. */
export const colours = [
  { name: 'red', also: ['scarlet', 'crimson'], tints: ['#e02020', '#c81414', '#f03a2e', '#b80f1e'] },
  { name: 'orange', also: [], tints: ['#ff8c1a', '#f57c00', '#ff9a3c'] },
  { name: 'yellow', also: ['golden'], tints: ['#ffd91a', '#f7d000', '#ffe548'] },
  { name: 'green', also: [], tints: ['#2aa02a', '#1c8a3c', '#46b848', '#0f7030'] },
  { name: 'blue', also: ['azure'], tints: ['#2060e0', '#1450c0', '#3b82f6', '#1a3fa8'] },
  { name: 'purple', also: ['violet'], tints: ['#8030c0', '#6d28a8', '#9448d8'] },
  { name: 'pink', also: ['rose'], tints: ['#ff7ab8', '#f96bb0', '#ff94c8'] },
  { name: 'brown', also: [], tints: ['#8a5426', '#74441c', '#99612f'] },
  { name: 'black', also: [], tints: ['#1a1a1a', '#101014', '#262628'] },
  { name: 'white', also: [], tints: ['#ffffff', '#fafafa', '#f4f4f2'] },
  { name: 'grey', also: ['gray', 'silver'], tints: ['#8c8c8c', '#7a7d80', '#9c9c9c'] },
] as const

export type ColourName = (typeof colours)[number]['name']

function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function toHex(rgb: Rgb): string {
  return (
    '#' +
    rgb
      .map((v) =>
        Math.max(0, Math.min(255, Math.round(v)))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  )
}

/** Moves `from` towards `to` by `share` (0 keeps it, 1 replaces it). */
export function blend(from: string, to: string, share: number): string {
  const [a, b] = [parseHex(from), parseHex(to)]
  return toHex([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share])
}

/** Luma of Rec. 601, 0 (black) to 1 (white). */
export function luma(hex: string): number {
  const [r, g, b] = parseHex(hex)
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}

/** Distance of two colours, 0 to about 1.7. Crude, and enough to keep a thing off its background. */
export function distance(one: string, other: string): number {
  const [a, b] = [parseHex(one), parseHex(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 255
}

/** One of the tints of a colour, jittered so that no exact value is learnt. */
export function tint(name: ColourName, rng: Rng): string {
  const colour = colours.find((c) => c.name === name) ?? colours[0]
  const [r, g, b] = parseHex(rng.pick<string>(colour.tints))
  const shift = name === 'grey' || name === 'white' || name === 'black' ? 0 : 9
  const lift = rng.range(-8, 8)
  return toHex([
    r + lift + rng.range(-shift, shift),
    g + lift + rng.range(-shift, shift),
    b + lift + rng.range(-shift, shift),
  ])
}
