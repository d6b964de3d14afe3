import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'
import { document } from './document'

function book(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.path('main', 'M-48 -22L0 -14L48 -22L48 32L0 40L-48 32Z')
    pen.path('white', 'M0 -16Q-20 -32 -43 -26L-43 25Q-20 20 0 34Z')
    pen.path('white', 'M0 -16Q20 -32 43 -26L43 25Q20 20 0 34Z')
    for (let y = -12; y < 18; y += 9)
      pen.line('ink', 1.8, `M-36 ${y - 4}Q-20 ${y - 6} -7 ${y + 2}M36 ${y - 4}Q20 ${y - 6} 7 ${y + 2}`)
  } else {
    pen.rect('white', -28, -38, 62, 80, 2)
    pen.rect('main', -34, -44, 62, 80, 4)
    pen.rect('dark', -34, -44, 10, 80, 3)
    pen.rect('light', -16, -32, 36, 14, 1)
    if (rng.chance(0.5)) pen.circle('accent', 2, 8, 9)
  }
}

function chair(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    const w = rng.range(5, 7)
    pen.rect('main', -26, -46, w, 92, 2)
    pen.rect('main', 20, 0, w, 46, 2)
    pen.rect('main', -14, 8, 5, 32, 2)
    pen.rect('main', -26, -44, 12, 46, 4)
    pen.rect('main', -26, -4, 54, 10, 3)
  } else {
    pen.rect('wood', -24, 14, 6, 34, 2)
    pen.rect('wood', 18, 14, 6, 34, 2)
    pen.rect('main', -24, -46, 48, 46, 8)
    pen.rect('main', -29, 2, 58, 15, 5)
  }
}

function table(pen: Pen, rng: Rng): void {
  if (rng.chance(0.4)) pen.line('dark', 5, 'M-36 22H36')
  pen.rect('main', -42, -14, 7, 48, 1)
  pen.rect('main', 35, -14, 7, 48, 1)
  if (rng.chance(0.5)) {
    pen.rect('main', -24, -14, 5, 36, 1)
    pen.rect('main', 19, -14, 5, 36, 1)
  }
  pen.rect('main', -50, -24, 100, rng.range(9, 14), 3)
}

function lamp(pen: Pen, rng: Rng): void {
  const tall = rng.chance(0.5)
  pen.line('metal', 5, `M0 -10V${tall ? 46 : 34}`)
  pen.ellipse('dark', 0, tall ? 45 : 36, 20, 5)
  if (!tall) pen.ellipse('accent', 0, 20, 12, 16)
  pen.poly('main', -14, -46, 14, -46, 32, -4, -32, -4)
}

function bed(pen: Pen, rng: Rng): void {
  pen.rect('wood', -50, -28, 8, 62, 3)
  pen.rect('wood', 42, -6, 8, 40, 3)
  pen.rect('white', -43, 2, 86, 20, 3)
  pen.rect('light', -40, -12, 26, 15, 6)
  pen.path('main', `M${rng.range(-14, -4)} -4Q10 -8 43 -2L43 22L-14 22Z`)
}

function clock(pen: Pen, rng: Rng): void {
  if (rng.chance(0.4)) {
    pen.circle('dark', -24, -32, 11)
    pen.circle('dark', 24, -32, 11)
    pen.line('dark', 6, 'M-24 34L-34 46M24 34L34 46')
  }
  pen.circle('main', 0, 4, 40)
  pen.circle('white', 0, 4, 31)
  for (let i = 0; i < 12; i++) {
    const a = (i * Math.PI) / 6
    pen.circle('ink', 26 * Math.cos(a), 4 + 26 * Math.sin(a), 1.6)
  }
  const a = rng.range(0, 6.28)
  pen.line('ink', 3.4, `M0 4L${(17 * Math.cos(a)).toFixed(1)} ${(4 + 17 * Math.sin(a)).toFixed(1)}`)
  pen.line('ink', 2.4, `M0 4L${(24 * Math.cos(a + 2)).toFixed(1)} ${(4 + 24 * Math.sin(a + 2)).toFixed(1)}`)
}

function cup(pen: Pen, rng: Rng): void {
  pen.line('main', 7, 'M24 -12Q48 -14 44 8Q40 24 20 22')
  if (rng.chance(0.5)) pen.path('main', 'M-32 -22L28 -22L26 26Q24 38 12 38L-16 38Q-28 38 -30 26Z')
  else pen.path('main', 'M-38 -14L34 -14Q32 36 -2 36Q-36 36 -38 -14Z')
  if (rng.chance(0.6)) pen.line('ink', 2.4, 'M-14 -30Q-20 -38 -12 -46M2 -30Q-4 -38 4 -46')
  else pen.ellipse('wood', -2, -18, 30, 5)
}

function bottle(pen: Pen, rng: Rng): void {
  const w = rng.range(15, 20)
  pen.path(
    'main',
    `M-6 -38L6 -38L7 -18Q${w} -10 ${w} 4L${w} 42Q${w} 48 ${w - 6} 48L${6 - w} 48Q${-w} 48 ${-w} 42L${-w} 4Q${-w} -10 -7 -18Z`,
  )
  pen.rect('wood', -7, -48, 14, 11, 2)
  if (rng.chance(0.8)) pen.rect('white', -w, 10, 2 * w, 20)
}

function key(pen: Pen, rng: Rng): void {
  pen.rect('main', -20, -4, 66, 8, 2)
  pen.rect('main', 36, 0, 8, 16, 1)
  pen.rect('main', 23, 0, 7, rng.range(11, 16), 1)
  if (rng.chance(0.5)) pen.circle('main', -30, 0, 19)
  else pen.rect('main', -48, -18, 34, 36, 9)
  pen.circle('ink', -33, 0, 7)
}

function umbrella(pen: Pen, rng: Rng): void {
  pen.line('wood', 4, 'M0 -40V34Q0 46 10 46Q18 46 18 36')
  pen.path(
    'main',
    'M-48 2Q-44 -42 0 -44Q44 -42 48 2Q40 -6 32 2Q24 -6 16 2Q8 -6 0 2Q-8 -6 -16 2Q-24 -6 -32 2Q-40 -6 -48 2Z',
  )
  if (rng.chance(0.5)) pen.path('light', 'M-16 2Q-14 -30 0 -44Q14 -30 16 2Q8 -6 0 2Q-8 -6 -16 2Z')
}

function phone(pen: Pen, rng: Rng): void {
  pen.rect('main', -25, -48, 50, 96, rng.range(6, 11))
  pen.rect('glass', -20, -39, 40, 74, 2)
  if (rng.chance(0.5)) pen.circle('light', 0, 41.5, 3.5)
  if (rng.chance(0.6))
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 3; x++) pen.rect('accent', -16 + x * 12, -32 + y * 13, 8, 8, 2)
}

function laptop(pen: Pen, rng: Rng): void {
  pen.rect('main', -36, -36, 72, 52, 4)
  pen.rect('glass', -31, -31, 62, 41, 1)
  if (rng.chance(0.5)) pen.line('accent', 3, 'M-24 -22H4M-24 -12H14M-24 -2H-4')
  pen.poly('main', -36, 17, 36, 17, 50, 32, -50, 32)
  pen.poly('dark', -30, 20, 30, 20, 34, 25, -34, 25)
}

function television(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) pen.line('ink', 2.5, 'M-18 -46L0 -28L20 -48')
  pen.line('dark', 6, 'M-22 28L-28 42M22 28L28 42')
  pen.rect('main', -46, -28, 92, 60, 6)
  pen.rect('glass', -39, -21, 62, 46, 6)
  pen.circle('white', 34, -10, 5)
  pen.circle('white', 34, 5, 5)
}

export const household: readonly Kind[] = [
  {
    words: [
      word('document'),
      word('paper'),
      word('sheet of paper', 'sheets of paper'),
      word('letter'),
      word('page'),
      word('form'),
      word('text document'),
    ],
    usual: ['white'],
    draw: document,
  },
  { words: [word('book'), word('textbook'), word('novel')], draw: book },
  { words: [word('chair'), word('seat')], draw: chair },
  { words: [word('table'), word('desk')], usual: ['brown'], draw: table },
  { words: [word('lamp'), word('table lamp')], draw: lamp },
  { words: [word('bed')], draw: bed },
  { words: [word('clock'), word('alarm clock')], draw: clock },
  { words: [word('cup'), word('mug'), word('coffee cup'), word('teacup')], draw: cup },
  { words: [word('bottle'), word('wine bottle')], draw: bottle },
  { words: [word('key'), word('door key')], usual: ['yellow', 'grey'], draw: key },
  { words: [word('umbrella'), word('parasol')], draw: umbrella },
  {
    words: [word('phone'), word('smartphone'), word('mobile phone'), word('cell phone'), word('telephone')],
    draw: phone,
  },
  { words: [word('laptop'), word('notebook computer'), word('computer')], draw: laptop },
  { words: [word('television'), word('tv'), word('tv set')], draw: television },
]
