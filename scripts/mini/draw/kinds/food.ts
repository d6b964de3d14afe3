import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function apple(pen: Pen, rng: Rng): void {
  pen.line('wood', 4, 'M0 -20Q2 -36 8 -44')
  if (rng.chance(0.7)) pen.path('leaf', 'M6 -32Q20 -48 34 -38Q24 -24 6 -32Z')
  pen.path(
    'main',
    'M0 -20Q-14 -32 -30 -22Q-44 -6 -34 20Q-22 46 -6 42Q0 38 6 42Q22 46 34 20Q44 -6 30 -22Q14 -32 0 -20Z',
  )
}

function banana(pen: Pen, rng: Rng): void {
  const depth = rng.range(44, 54)
  pen.path('main', `M-44 -22Q-38 -28 -34 -24Q-20 12 40 6Q48 10 44 18Q-10 ${depth} -38 4Q-46 -8 -44 -22Z`)
  pen.rect('ink', -44, -30, 8, 9, 2)
}

function pizza(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    pen.poly('accent', -36, -28, 36, -28, 0, 48)
    pen.path('wood', 'M-42 -26Q0 -52 42 -26L36 -18Q0 -40 -36 -18Z')
    for (const [x, y] of [
      [-12, -16],
      [12, -12],
      [0, 8],
      [-4, 26],
    ] as const)
      pen.circle('main', x, y, 6)
  } else {
    pen.circle('wood', 0, 0, 46)
    pen.circle('accent', 0, 0, 39)
    for (let i = 0; i < 7; i++) {
      const r = i === 0 ? 0 : 25
      pen.circle('main', r * Math.cos(i), r * Math.sin(i), 7)
    }
    pen.line('ink', 1.8, 'M-46 0H46M0 -46V46')
  }
}

function iceCream(pen: Pen, rng: Rng): void {
  pen.poly('wood', -20, -2, 20, -2, 0, 49)
  if (rng.chance(0.5)) {
    pen.circle('main', -11, -12, 15)
    pen.circle('light', 11, -12, 15)
    pen.circle('main', 0, -32, 15)
  } else pen.path('main', 'M-24 0Q-30 -22 -14 -26Q-12 -48 0 -48Q12 -48 14 -26Q30 -22 24 0Z')
  if (rng.chance(0.4)) pen.circle('accent', 2, -46, 4)
}

function cake(pen: Pen, rng: Rng): void {
  const candles = 1 + rng.int(4)
  for (let i = 0; i < candles; i++) {
    const x = (i - (candles - 1) / 2) * 15
    pen.rect('white', x - 2, -36, 4, 20)
    pen.path('accent', `M${x} -47Q${x + 6} -40 ${x} -36Q${x - 6} -40 ${x} -47Z`)
  }
  pen.rect('main', -40, -2, 80, 42, 3)
  pen.path(
    'white',
    'M-42 -14Q0 -24 42 -14L42 6Q34 16 28 6Q20 18 14 6Q6 16 0 6Q-8 18 -14 6Q-20 16 -28 6Q-34 16 -42 6Z',
  )
  if (rng.chance(0.5)) pen.rect('dark', -40, 22, 80, 6)
}

function carrot(pen: Pen, rng: Rng): void {
  pen.path('leaf', 'M0 -18Q-22 -30 -18 -48Q-6 -42 0 -30Q0 -46 6 -50Q14 -42 6 -28Q18 -40 24 -36Q20 -20 0 -18Z')
  pen.path('main', `M-17 -14Q0 -26 17 -14Q14 20 0 49Q-14 20 -17 -14Z`)
  if (rng.chance(0.7)) pen.line('dark', 2, 'M-13 0L-2 2M12 8L3 10M-8 20L0 21')
}

function cherry(pen: Pen, rng: Rng): void {
  pen.line('leaf', 3.5, 'M-20 18Q-12 -20 14 -42Q22 -16 22 14')
  if (rng.chance(0.7)) pen.path('leaf', 'M14 -42Q34 -50 44 -34Q28 -26 14 -42Z')
  pen.circle('main', -21, 26, 18)
  pen.circle('main', 22, 24, 18)
}

function burger(pen: Pen, rng: Rng): void {
  pen.path('main', 'M-44 -4Q-42 -38 0 -38Q42 -38 44 -4Z')
  if (rng.chance(0.6))
    for (const [x, y] of [
      [-18, -20],
      [0, -27],
      [18, -20],
    ] as const)
      pen.ellipse('white', x, y, 3.4, 2.2)
  pen.path('leaf', 'M-47 -4H47Q40 10 32 2Q22 12 14 2Q4 12 -4 2Q-14 12 -22 2Q-34 12 -47 -4Z')
  pen.rect('tyre', -44, 6, 88, 11, 5)
  pen.path('main', 'M-44 19H44Q44 36 32 36H-32Q-44 36 -44 19Z')
}

function egg(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.path('main', 'M0 -46Q32 -22 32 10Q32 44 0 44Q-32 44 -32 10Q-32 -22 0 -46Z')
    pen.ellipse('light', -12, -8, 5, 9, 20)
  } else {
    pen.path('main', 'M-34 -20Q-20 -44 6 -36Q40 -40 44 -6Q46 24 20 34Q-10 46 -34 28Q-54 4 -34 -20Z')
    pen.circle('accent', 0, 0, 16)
  }
}

function cheese(pen: Pen, rng: Rng): void {
  pen.poly('light', -48, 2, 22, -32, 48, 2)
  pen.rect('main', -48, 2, 96, 32, 1)
  pen.circle('dark', -24, 20, rng.range(6, 8))
  pen.circle('dark', 8, 14, 5)
  pen.circle('dark', 30, 24, rng.range(5, 7))
}

function doughnut(pen: Pen, rng: Rng): void {
  pen.circle('wood', 0, 2, 44)
  pen.path('main', 'M-40 0Q-40 -38 0 -40Q40 -38 40 0Q38 26 24 22Q16 38 0 30Q-14 40 -24 24Q-38 26 -40 0Z')
  pen.circle('white', 0, -2, 14)
  for (let i = 0; i < 8; i++) {
    const a = i * 0.785 + rng.range(-0.2, 0.2)
    pen.rect('accent', 26 * Math.cos(a) - 2, -2 + 26 * Math.sin(a) - 2, 5, 4, 2)
  }
}

function watermelon(pen: Pen, rng: Rng): void {
  pen.path('leaf', 'M-48 -18H48Q46 34 0 34Q-46 34 -48 -18Z')
  pen.path('white', 'M-41 -18H41Q38 27 0 27Q-38 27 -41 -18Z')
  pen.path('main', 'M-37 -18H37Q34 22 0 22Q-34 22 -37 -18Z')
  const seeds = 3 + rng.int(3)
  for (let i = 0; i < seeds; i++) pen.ellipse('ink', (i - (seeds - 1) / 2) * 13, -6 + (i % 2) * 12, 2.2, 3.6)
}

function pear(pen: Pen, rng: Rng): void {
  pen.line('wood', 4, 'M0 -34L5 -48')
  if (rng.chance(0.5)) pen.path('leaf', 'M4 -42Q18 -50 26 -40Q14 -32 4 -42Z')
  pen.path('main', 'M0 -38Q16 -38 15 -18Q16 -6 28 8Q38 46 0 46Q-38 46 -28 8Q-16 -6 -15 -18Q-16 -38 0 -38Z')
}

function strawberry(pen: Pen, rng: Rng): void {
  pen.path('main', 'M-34 -20Q0 -34 34 -20Q40 12 0 48Q-40 12 -34 -20Z')
  pen.poly('leaf', -28, -28, -10, -28, 0, -46, 10, -28, 28, -28, 12, -16, 0, -20, -12, -16)
  const rows = rng.chance(0.5)
    ? [
        [-16, -4],
        [0, -6],
        [16, -4],
        [-8, 10],
        [8, 10],
        [0, 24],
      ]
    : [
        [-18, -2],
        [2, -4],
        [18, 2],
        [-6, 12],
        [8, 18],
      ]
  for (const [x = 0, y = 0] of rows) pen.ellipse('white', x, y, 2, 3)
}

export const food: readonly Kind[] = [
  { words: [word('apple')], usual: ['red', 'green'], draw: apple },
  { words: [word('banana')], usual: ['yellow'], draw: banana },
  {
    words: [word('pizza'), word('pizza slice'), word('slice of pizza', 'slices of pizza')],
    usual: ['red'],
    draw: pizza,
  },
  { words: [word('ice cream'), word('ice cream cone'), word('gelato')], draw: iceCream },
  { words: [word('cake'), word('birthday cake')], draw: cake },
  { words: [word('carrot')], usual: ['orange'], draw: carrot },
  { words: [word('cherry', 'cherries')], usual: ['red'], draw: cherry },
  {
    words: [word('burger'), word('hamburger'), word('cheeseburger')],
    usual: ['orange', 'brown'],
    draw: burger,
  },
  { words: [word('egg'), word('fried egg')], usual: ['white'], draw: egg },
  {
    words: [word('cheese'), word('piece of cheese', 'pieces of cheese')],
    usual: ['yellow', 'orange'],
    draw: cheese,
  },
  { words: [word('donut'), word('doughnut')], usual: ['pink', 'brown'], draw: doughnut },
  { words: [word('watermelon'), word('melon')], usual: ['red', 'pink'], draw: watermelon },
  { words: [word('pear')], usual: ['green', 'yellow'], draw: pear },
  {
    words: [word('strawberry', 'strawberries'), word('berry', 'berries')],
    usual: ['red', 'pink'],
    draw: strawberry,
  },
]
