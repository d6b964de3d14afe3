import { word, type Kind } from '../kind'
import type { Pen } from '../pen'

function regular(pen: Pen, corners: number, turn: number, inner = 1): void {
  const points: number[] = []
  const steps = inner === 1 ? corners : corners * 2
  for (let i = 0; i < steps; i++) {
    const a = turn + (i * 2 * Math.PI) / steps
    const r = i % 2 === 1 ? 48 * inner : 48
    points.push(r * Math.cos(a), r * Math.sin(a))
  }
  pen.poly('main', ...points)
}

/** The eight shapes of "red circle" and its 87 sisters. */
export const shapes: readonly Kind[] = [
  { words: [word('circle'), word('disc'), word('dot')], draw: (pen) => pen.circle('main', 0, 0, 45) },
  {
    words: [word('square')],
    draw: (pen, rng) => pen.rect('main', -42, -42, 84, 84, rng.chance(0.2) ? 5 : 0),
  },
  {
    words: [word('triangle')],
    draw: (pen, rng) => pen.poly('main', rng.range(-14, 14), -44, 46, 40, -46, 40),
  },
  { words: [word('star')], draw: (pen, rng) => regular(pen, 5, -Math.PI / 2, rng.range(0.38, 0.5)) },
  {
    words: [word('heart'), word('love heart')],
    draw: (pen, rng) => {
      const dip = rng.range(-26, -20)
      pen.path(
        'main',
        `M0 46Q-48 10 -48 -16Q-46 -44 -22 -44Q-6 -42 0 ${dip}Q6 -42 22 -44Q46 -44 48 -16Q48 10 0 46Z`,
      )
    },
  },
  {
    words: [word('diamond'), word('rhombus', 'rhombuses'), word('lozenge')],
    draw: (pen, rng) => {
      const w = rng.range(28, 35)
      pen.poly('main', 0, -49, w, 0, 0, 49, -w, 0)
    },
  },
  { words: [word('hexagon')], draw: (pen, rng) => regular(pen, 6, rng.chance(0.5) ? 0 : Math.PI / 6) },
  {
    words: [word('cross', 'crosses'), word('plus sign'), word('plus', 'pluses')],
    draw: (pen, rng) => {
      const w = rng.range(11, 17)
      pen.poly(
        'main',
        -w,
        -46,
        w,
        -46,
        w,
        -w,
        46,
        -w,
        46,
        w,
        w,
        w,
        w,
        46,
        -w,
        46,
        -w,
        w,
        -46,
        w,
        -46,
        -w,
        -w,
        -w,
      )
    },
  },
]
