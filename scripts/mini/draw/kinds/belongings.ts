import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function envelope(pen: Pen, rng: Rng): void {
  pen.rect('main', -46, -30, 92, 60, 3)
  pen.line(
    'ink',
    2.6,
    rng.chance(0.5) ? 'M-44 -28L0 6L44 -28' : 'M-44 -28L0 6L44 -28M-44 28L-12 -2M44 28L12 -2',
  )
  if (rng.chance(0.4)) pen.circle('accent', 0, 6, 7)
}

function camera(pen: Pen, rng: Rng): void {
  pen.rect('main', -20, -34, 40, 16, 4)
  pen.rect('main', -46, -24, 92, 58, 8)
  pen.circle('metal', 0, 6, 22)
  pen.circle('ink', 0, 6, 15)
  pen.circle('glass', 0, 6, 8)
  if (rng.chance(0.6)) pen.rect('white', 28, -18, 11, 7, 1)
}

function bulb(pen: Pen, rng: Rng): void {
  pen.path(
    'main',
    'M-11 24Q-12 10 -22 0Q-34 -20 -22 -36Q-10 -48 0 -48Q10 -48 22 -36Q34 -20 22 0Q12 10 11 24Z',
  )
  pen.rect('metal', -11, 24, 22, 16, 3)
  pen.rect('ink', -6, 40, 12, 7, 3)
  if (rng.chance(0.6)) pen.line('ink', 2, 'M-6 22L-9 -6L0 2L9 -6L6 22')
}

function candle(pen: Pen, rng: Rng): void {
  const w = rng.range(10, 16)
  pen.path('accent', 'M0 -48Q14 -28 0 -20Q-14 -28 0 -48Z')
  pen.line('ink', 2.5, 'M0 -22V-10')
  pen.rect('main', -w, -12, 2 * w, 54, 3)
  if (rng.chance(0.5)) pen.ellipse('metal', 0, 43, 28, 5)
}

function spectacles(pen: Pen, rng: Rng): void {
  const w = rng.range(4, 6)
  if (rng.chance(0.5)) {
    pen.circle('glass', -24, 4, 18)
    pen.circle('glass', 24, 4, 18)
    pen.line(
      'main',
      w,
      'M-42 4a18 18 0 1 1 36 0a18 18 0 1 1 -36 0M6 4a18 18 0 1 1 36 0a18 18 0 1 1 -36 0M-6 2Q0 -4 6 2M-42 0L-49 -10M42 0L49 -10',
    )
  } else {
    pen.rect('glass', -44, -10, 38, 28, 8)
    pen.rect('glass', 6, -10, 38, 28, 8)
    pen.line(
      'main',
      w,
      'M-44 -10H-6V14Q-6 18 -12 18H-38Q-44 18 -44 12ZM44 -10H6V14Q6 18 12 18H38Q44 18 44 12ZM-6 -4H6',
    )
  }
}

function shoe(pen: Pen, rng: Rng): void {
  if (rng.chance(0.65)) {
    pen.path('main', 'M-44 -20L-12 -22Q-4 -4 20 2Q46 6 46 20L-46 20Z')
    pen.rect('white', -47, 18, 95, 9, 3)
    pen.line('white', 2.6, 'M-8 -10L2 -16M0 -4L10 -10M9 0L18 -6')
  } else {
    pen.path('main', 'M-30 -44L2 -44L4 4Q40 6 44 26L-32 26Z')
    pen.rect('ink', -33, 25, 78, 9, 2)
  }
}

function shirt(pen: Pen, rng: Rng): void {
  pen.path('main', 'M-16 -40Q0 -28 16 -40L48 -22L38 4L26 -4L26 42L-26 42L-26 -4L-38 4L-48 -22Z')
  const mark = rng.int(3)
  if (mark === 0) pen.circle('accent', 0, 4, 10)
  if (mark === 1) pen.line('dark', 2, 'M0 -32V42')
}

function hat(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.rect('main', -24, -38, 48, 60, 3)
    pen.rect('accent', -24, 8, 48, 10)
    pen.ellipse('main', 0, 24, 46, 8)
  } else {
    pen.path('main', 'M-28 16Q-28 -28 0 -28Q28 -28 28 16Z')
    pen.path('dark', 'M-28 8Q0 14 28 8L28 18Q0 22 -28 18Z')
    pen.ellipse('main', 0, 20, 49, 9)
  }
}

function bag(pen: Pen, rng: Rng): void {
  pen.line('dark', 5, 'M-14 -30Q-14 -48 0 -48Q14 -48 14 -30')
  pen.rect('main', -30, -36, 60, 80, 18)
  pen.rect('dark', -22, 4, 44, 32, 6)
  if (rng.chance(0.6)) pen.rect('light', -22, -16, 44, 6, 3)
}

function gift(pen: Pen, rng: Rng): void {
  pen.rect('main', -36, -12, 72, 56, 2)
  pen.rect('main', -41, -24, 82, 18, 2)
  pen.rect('accent', -6, -24, 12, 68)
  if (rng.chance(0.8)) pen.path('accent', 'M0 -24Q-34 -24 -24 -42Q-12 -50 0 -24Q12 -50 24 -42Q34 -24 0 -24Z')
}

export const belongings: readonly Kind[] = [
  { words: [word('envelope'), word('mail envelope')], usual: ['white', 'yellow'], draw: envelope },
  { words: [word('camera')], draw: camera },
  { words: [word('light bulb'), word('lightbulb'), word('bulb')], usual: ['yellow'], draw: bulb },
  { words: [word('candle')], draw: candle },
  {
    words: [word('glasses', 'glasses'), word('spectacles', 'spectacles'), word('eyeglasses', 'eyeglasses')],
    draw: spectacles,
  },
  { words: [word('shoe'), word('sneaker'), word('boot')], draw: shoe },
  { words: [word('shirt'), word('t-shirt'), word('tshirt')], draw: shirt },
  { words: [word('hat'), word('cap')], draw: hat },
  { words: [word('backpack'), word('rucksack'), word('school bag')], draw: bag },
  { words: [word('gift'), word('present'), word('gift box', 'gift boxes')], draw: gift },
]
