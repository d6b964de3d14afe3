import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function house(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) pen.rect('dark', 18, -42, 9, 24)
  pen.rect('main', -34, -8, 68, 50)
  pen.poly('dark', -44, -6, 0, -44, 44, -6)
  pen.rect('wood', rng.chance(0.5) ? -7 : -24, 14, 14, 28)
  pen.rect('glass', 12, 4, 14, 13)
  if (rng.chance(0.4)) pen.circle('glass', 0, -20, 6)
}

function skyscraper(pen: Pen, rng: Rng): void {
  const w = rng.range(18, 26)
  if (rng.chance(0.5)) pen.line('metal', 3, 'M0 -40V-50')
  pen.rect('main', -w, -44, 2 * w, 94)
  const step = (2 * w - 4) / 3
  for (let y = -38; y < 40; y += 12)
    for (let i = 0; i < 3; i++) pen.rect('glass', -w + 4 + i * step, y, step - 4, 7)
}

function castle(pen: Pen, rng: Rng): void {
  pen.rect('main', -30, -4, 60, 46)
  for (const x of [-44, 24]) {
    pen.rect('main', x, -26, 20, 68)
    if (rng.chance(0.5)) pen.poly('accent', x - 3, -26, x + 10, -48, x + 23, -26)
    else for (let i = 0; i < 3; i++) pen.rect('main', x - 2 + i * 9, -34, 6, 9)
  }
  for (let i = 0; i < 4; i++) pen.rect('main', -22 + i * 12, -12, 7, 9)
  pen.path('ink', 'M-9 42V24Q-9 14 0 14Q9 14 9 24V42Z')
}

function church(pen: Pen, rng: Rng): void {
  pen.rect('main', -12, -4, 56, 46)
  pen.poly('dark', -14, -2, 16, -22, 48, -2)
  pen.rect('main', -34, -18, 26, 60)
  pen.poly('dark', -38, -16, -21, -38, -4, -16)
  pen.line('ink', 3, 'M-21 -38V-50M-26 -45H-16')
  for (const x of [6, 24]) pen.path('glass', `M${x} 22V10Q${x + 5} 2 ${x + 10} 10V22Z`)
  pen.path('wood', rng.chance(0.5) ? 'M-27 42V26Q-21 18 -15 26V42Z' : 'M-27 42V24H-15V42Z')
}

function bridge(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    pen.line('main', 3, 'M-50 4Q-36 2 -26 -32Q0 30 26 -32Q36 2 50 4')
    pen.line('main', 1.6, 'M-16 -10V12M-6 0V12M6 0V12M16 -10V12')
    pen.rect('main', -29, -36, 6, 68)
    pen.rect('main', 23, -36, 6, 68)
    pen.rect('main', -50, 8, 100, 7)
  } else pen.path('main', 'M-50 -16H50V30H42Q40 0 24 0Q8 0 7 30H-7Q-8 0 -24 0Q-40 0 -42 30H-50Z')
}

function lighthouse(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) pen.poly('accent', 8, -36, 50, -48, 50, -24)
  pen.poly('main', -11, -26, 11, -26, 19, 48, -19, 48)
  pen.poly('white', -14, -4, 14, -4, 16, 14, -16, 14)
  pen.rect('dark', -15, -28, 30, 5)
  pen.rect('glass', -8, -40, 16, 12)
  pen.poly('main', -11, -39, 0, -50, 11, -39)
}

function windmill(pen: Pen, rng: Rng): void {
  pen.poly('main', -14, -16, 14, -16, 22, 48, -22, 48)
  pen.path('dark', 'M-15 -14Q0 -36 15 -14Z')
  pen.rect('wood', -6, 28, 12, 20)
  const turn = rng.range(0.2, 1.4)
  for (let i = 0; i < 4; i++) {
    const [c, s] = [Math.cos(turn + (i * Math.PI) / 2), Math.sin(turn + (i * Math.PI) / 2)]
    pen.poly(
      'white',
      6 * c,
      -18 + 6 * s,
      34 * c,
      -18 + 34 * s,
      34 * c - 9 * s,
      -18 + 34 * s + 9 * c,
      6 * c - 9 * s,
      -18 + 6 * s + 9 * c,
    )
  }
  pen.circle('ink', 0, -18, 3.5)
}

function tent(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    pen.poly('main', -48, 34, 0, -36, 48, 34)
    pen.poly('ink', -14, 34, 0, -14, 14, 34)
  } else {
    pen.path('main', 'M-48 34Q-44 -30 0 -32Q44 -30 48 34Z')
    pen.path('ink', 'M-14 34Q-12 -4 0 -8Q12 -4 14 34Z')
  }
}

export const buildings: readonly Kind[] = [
  { words: [word('house'), word('home'), word('cottage')], draw: house },
  { words: [word('skyscraper'), word('tower block'), word('office tower')], draw: skyscraper },
  { words: [word('castle'), word('fortress', 'fortresses')], draw: castle },
  { words: [word('church', 'churches'), word('chapel')], draw: church },
  { words: [word('bridge')], draw: bridge },
  { words: [word('lighthouse')], draw: lighthouse },
  { words: [word('windmill'), word('mill')], draw: windmill },
  { words: [word('tent'), word('camping tent')], draw: tent },
]
