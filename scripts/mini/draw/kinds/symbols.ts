import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function arrow(pen: Pen, rng: Rng): void {
  const w = rng.range(7, 12)
  const form = rng.int(3)
  if (form === 0) pen.poly('main', -46, -w, 8, -w, 8, -30, 48, 0, 8, 30, 8, w, -46, w)
  else if (form === 1) pen.poly('main', -w, 46, -w, -8, -30, -8, 0, -48, 30, -8, w, -8, w, 46)
  else pen.line('main', w, 'M-42 0H40M14 -28L42 0L14 28')
}

function check(pen: Pen, rng: Rng): void {
  pen.line(
    'main',
    rng.range(10, 15),
    rng.chance(0.5) ? 'M-38 4L-12 32L40 -32' : 'M-34 10Q-18 16 -10 34Q4 -8 38 -32',
  )
}

function glyph(pen: Pen, rng: Rng, stroke: string): void {
  const w = rng.range(11, 15)
  pen.line('main', w, stroke)
  pen.circle('main', 0, 39, w * 0.62)
}

function music(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.ellipse('main', -14, 32, 15, 11, -18)
    pen.line('main', 5, 'M0 30V-42')
    pen.path('main', 'M0 -44Q6 -22 26 -14Q32 0 22 14Q24 -4 0 -16Z')
  } else {
    pen.ellipse('main', -28, 30, 13, 10, -18)
    pen.ellipse('main', 22, 22, 13, 10, -18)
    pen.line('main', 5, 'M-16 28V-34M34 20V-42')
    pen.poly('main', -18, -36, 36, -46, 36, -32, -18, -22)
  }
}

function flag(pen: Pen, rng: Rng): void {
  pen.rect('metal', -36, -48, 6, 97, 3)
  const form = rng.int(3)
  if (form === 0) pen.path('main', 'M-30 -44Q-8 -54 8 -42Q26 -32 46 -42V6Q26 16 8 4Q-8 -6 -30 4Z')
  else if (form === 1) pen.poly('main', -30, -44, 46, -20, -30, 4)
  else pen.rect('main', -30, -44, 74, 46)
  if (form === 2 && rng.chance(0.5)) pen.rect('light', -30, -29, 74, 15)
}

function anchor(pen: Pen, rng: Rng): void {
  const w = rng.range(6, 8.5)
  pen.line('main', w, 'M0 -26V42M-18 -14H18M-38 12Q-32 42 0 44Q32 42 38 12')
  pen.line('main', w * 0.8, 'M-9 -36a9 9 0 1 1 18 0a9 9 0 1 1 -18 0')
  pen.line('main', w * 0.8, 'M-46 22L-38 10L-28 20M46 22L38 10L28 20')
}

function gear(pen: Pen, rng: Rng): void {
  const teeth = 7 + rng.int(4)
  for (let i = 0; i < teeth; i++) {
    const a = (i * 2 * Math.PI) / teeth
    const [c, s] = [Math.cos(a), Math.sin(a)]
    pen.poly(
      'main',
      28 * c - 9 * s,
      28 * s + 9 * c,
      46 * c - 6 * s,
      46 * s + 6 * c,
      46 * c + 6 * s,
      46 * s - 6 * c,
      28 * c + 9 * s,
      28 * s - 9 * c,
    )
  }
  pen.circle('main', 0, 0, 34)
  pen.circle('white', 0, 0, rng.range(11, 16))
}

function crown(pen: Pen, rng: Rng): void {
  const tip = rng.range(-38, -30)
  pen.poly('main', -42, 34, -46, -22, -22, 4, 0, tip, 22, 4, 46, -22, 42, 34)
  pen.rect('dark', -42, 22, 84, 12)
  for (const [x, y] of [
    [-46, -24],
    [0, tip - 3],
    [46, -24],
  ] as const)
    pen.circle('accent', x * 0.96, y, 5)
}

function trophy(pen: Pen, rng: Rng): void {
  pen.line('main', 6, 'M-22 -32Q-48 -34 -44 -14Q-40 2 -16 4M22 -32Q48 -34 44 -14Q40 2 16 4')
  pen.rect('main', -5, 10, 10, 20)
  pen.path('main', 'M-28 -44H28Q28 18 0 18Q-28 18 -28 -44Z')
  pen.rect(rng.chance(0.5) ? 'wood' : 'ink', -22, 30, 44, 16, 2)
}

function trafficLight(pen: Pen, rng: Rng): void {
  if (rng.chance(0.4)) pen.rect('metal', -4, 36, 8, 14)
  pen.rect('main', -20, -48, 40, 88, 8)
  pen.circle('accent', 0, -30, 11)
  pen.circle('white', 0, -3, 11)
  pen.circle('leaf', 0, 24, 11)
}

export const symbols: readonly Kind[] = [
  { words: [word('arrow'), word('pointer')], draw: arrow },
  { words: [word('check mark'), word('tick'), word('checkmark'), word('tick mark')], draw: check },
  {
    words: [word('question mark'), word('question')],
    draw: (pen, rng) =>
      glyph(
        pen,
        rng,
        rng.chance(0.5)
          ? 'M-20 -24Q-16 -44 2 -42Q24 -38 18 -18Q12 -6 0 2V16'
          : 'M-22 -26Q-22 -42 0 -42Q22 -42 22 -24Q20 -6 0 -2V16',
      ),
  },
  {
    words: [word('exclamation mark'), word('exclamation point')],
    draw: (pen, rng) => glyph(pen, rng, 'M0 -42V14'),
  },
  { words: [word('music note'), word('musical note')], draw: music },
  { words: [word('flag'), word('banner')], draw: flag },
  { words: [word('anchor')], draw: anchor },
  { words: [word('gear'), word('cog'), word('cogwheel')], usual: ['grey', 'black', 'blue'], draw: gear },
  { words: [word('crown')], usual: ['yellow'], draw: crown },
  {
    words: [word('trophy', 'trophies'), word('winner cup')],
    usual: ['yellow', 'grey', 'orange'],
    draw: trophy,
  },
  {
    words: [word('traffic light'), word('stoplight'), word('traffic signal')],
    usual: ['black', 'grey', 'yellow'],
    draw: trafficLight,
  },
]
