import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function eyes(pen: Pen, x: number, y: number, r: number): void {
  pen.circle('ink', -x, y, r)
  pen.circle('ink', x, y, r)
}

function person(pen: Pen, rng: Rng): void {
  const form = rng.int(4)
  if (form === 0) {
    pen.circle('skin', 0, -36, 10)
    pen.rect('tyre', -12, 12, 10, 36, 4)
    pen.rect('tyre', 2, 12, 10, 36, 4)
    pen.line('skin', 6, `M-14 -18L-24 ${rng.range(-30, 8)}M14 -18L24 ${rng.range(-30, 8)}`)
    pen.rect('main', -15, -25, 30, 40, 7)
  } else if (form === 1) {
    const w = rng.range(3.5, 6)
    pen.circle('main', 0, -36, 10.5)
    pen.line('main', w, `M0 -25V10M0 10L${rng.range(-20, -10)} 48M0 10L${rng.range(10, 20)} 48`)
    pen.line('main', w, `M0 -16L-22 ${rng.range(-34, 6)}M0 -16L22 ${rng.range(-34, 6)}`)
  } else if (form === 2) {
    pen.path('main', 'M-38 48Q-38 6 0 6Q38 6 38 48Z')
    pen.circle('skin', 0, -16, 21)
    if (rng.chance(0.7)) pen.path('wood', 'M-22 -16Q-22 -40 0 -40Q22 -40 22 -16Q10 -30 -22 -16Z')
    eyes(pen, 7, -14, 2.2)
    pen.line('ink', 2, 'M-7 -5Q0 0 7 -5')
  } else {
    pen.rect('skin', -9, 20, 6, 28, 2)
    pen.rect('skin', 3, 20, 6, 28, 2)
    pen.line('skin', 5, 'M-8 -18L-24 6M8 -18L24 6')
    pen.poly('main', -8, -25, 8, -25, 22, 26, -22, 26)
    if (rng.chance(0.7)) pen.ellipse('wood', 0, -34, 13, 14)
    pen.circle('skin', 0, -34, 9.5)
  }
}

function cat(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.poly('main', -34, -12, -36, -46, -8, -30)
    pen.poly('main', 34, -12, 36, -46, 8, -30)
    pen.ellipse('main', 0, 2, 37, 33)
    eyes(pen, 14, -4, 4.5)
    pen.poly('accent', -4, 9, 4, 9, 0, 14)
    pen.line('ink', 1.6, 'M-14 12L-44 6M-14 16L-44 20M14 12L44 6M14 16L44 20')
  } else {
    pen.line('main', 7, 'M22 38Q46 30 38 4')
    pen.ellipse('main', 2, 22, 24, 26)
    pen.poly('main', -20, -24, -20, -48, -6, -36)
    pen.poly('main', 16, -24, 16, -48, 2, -36)
    pen.circle('main', -2, -20, 19)
    pen.circle('ink', -9, -22, 2.6)
    pen.circle('ink', 5, -22, 2.6)
    pen.line('ink', 1.5, 'M-10 -12L-28 -14M-10 -10L-28 -6M6 -12L24 -14M6 -10L24 -6')
  }
}

function dog(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.ellipse('main', 0, 0, 30, 35)
    pen.ellipse('dark', -31, -6, 10, 25, 12)
    pen.ellipse('dark', 31, -6, 10, 25, -12)
    pen.ellipse('light', 0, 14, 17, 14)
    eyes(pen, 12, -10, 3.6)
    pen.ellipse('ink', 0, 7, 7, 5)
    if (rng.chance(0.5)) pen.path('accent', 'M-5 20L5 20L4 32Q0 36 -4 32Z')
  } else {
    pen.line('main', 6, `M-32 2L-46 ${rng.range(-24, -12)}`)
    for (const x of [-28, -18, 12, 22]) pen.rect('main', x - 4, 12, 8, 32, 3)
    pen.rect('main', -36, -6, 64, 27, 12)
    pen.rect('main', 18, -30, 30, 22, 8)
    pen.ellipse('dark', 22, -20, 6, 14, 10)
    pen.circle('ink', 35, -23, 2.2)
    pen.circle('ink', 47, -20, 3.4)
  }
}

function bird(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    pen.poly('dark', -26, 4, -50, rng.range(-8, 4), -46, 18)
    pen.line('accent', 2.5, 'M-4 26V42M8 26V42')
    pen.ellipse('main', -2, 8, 28, 21, -14)
    pen.circle('main', 22, -18, 15)
    pen.poly('accent', 35, -22, 50, -15, 35, -11)
    pen.path('dark', 'M-20 2Q2 -8 14 6Q0 24 -20 2Z')
    pen.circle('ink', 26, -22, 2.6)
  } else {
    pen.path('main', 'M-50 -24Q-24 -34 -4 -4Q16 -36 50 -26Q30 -8 10 8Q2 20 -10 8Q-30 -8 -50 -24Z')
    pen.poly('accent', -2, 14, 8, 12, 6, 24)
  }
}

function fish(pen: Pen, rng: Rng): void {
  const h = rng.range(18, 26)
  pen.poly('dark', -24, 0, -50, -20, -42, 0, -50, 20)
  if (rng.chance(0.6)) pen.poly('dark', -8, -h + 3, 8, -h - 12, 16, -h + 6)
  pen.path('main', `M-30 0Q0 ${-h * 1.6} 46 0Q0 ${h * 1.6} -30 0Z`)
  pen.circle('white', 28, -4, 4.5)
  pen.circle('ink', 29, -4, 2.4)
  if (rng.chance(0.5)) pen.line('dark', 2.4, 'M14 -12Q8 0 14 12')
}

function rabbit(pen: Pen, rng: Rng): void {
  const lean = rng.range(4, 16)
  pen.ellipse('main', -11, -28, 7, 22, -lean)
  pen.ellipse('main', 11, -28, 7, 22, lean)
  pen.ellipse('accent', -11, -28, 3, 15, -lean)
  pen.ellipse('accent', 11, -28, 3, 15, lean)
  if (rng.chance(0.5)) pen.ellipse('main', 0, 32, 22, 17)
  pen.ellipse('main', 0, 8, 25, 22)
  eyes(pen, 9, 4, 3)
  pen.poly('accent', -4, 12, 4, 12, 0, 17)
}

function snake(pen: Pen, rng: Rng): void {
  const w = rng.range(8, 12)
  const flip = rng.chance(0.5)
  pen.line(
    'main',
    w,
    flip
      ? 'M-44 26Q-30 -8 -14 16Q2 40 14 10Q24 -16 36 -14'
      : 'M-26 40Q36 40 30 20Q24 4 -10 8Q-34 4 -22 -14Q-10 -30 18 -26',
  )
  pen.ellipse('main', flip ? 38 : 22, flip ? -16 : -26, 11, 8)
  pen.circle('ink', flip ? 40 : 24, flip ? -19 : -29, 2.2)
  pen.line('accent', 2, flip ? 'M48 -15L50 -10' : 'M33 -25L46 -22')
}

function butterfly(pen: Pen, rng: Rng): void {
  const up = rng.range(22, 30)
  for (const s of [-1, 1]) {
    pen.path('main', `M0 -6Q${s * 14} ${-up - 16} ${s * 46} ${-up}Q${s * 48} 2 0 6Z`)
    pen.path('dark', `M0 2Q${s * 44} 4 ${s * 34} 30Q${s * 18} 46 0 12Z`)
    pen.circle('light', s * 28, -up * 0.6, 6)
  }
  pen.line('ink', 1.8, 'M-1 -20L-10 -38M1 -20L10 -38')
  pen.ellipse('ink', 0, 2, 4, 23)
}

function spider(pen: Pen, rng: Rng): void {
  for (const s of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const y = -20 + i * 14
      pen.line('main', 2.8, `M${s * 10} ${y * 0.4 + 4}L${s * 32} ${y * 1.1 - 8}L${s * 46} ${y * 1.2 + 12}`)
    }
  if (rng.chance(0.4)) pen.line('main', 1.5, 'M0 -10V-50')
  pen.circle('main', 0, 10, 18)
  pen.circle('main', 0, -12, 11)
  eyes(pen, 4, -15, 2)
}

function turtle(pen: Pen, rng: Rng): void {
  pen.ellipse('leaf', 38, rng.range(-2, 8), 11, 9)
  pen.ellipse('leaf', -22, 24, 10, 8)
  pen.ellipse('leaf', 20, 24, 10, 8)
  pen.path('main', 'M-38 20Q-36 -26 0 -26Q34 -26 34 20Z')
  pen.poly('dark', -10, -14, 8, -14, 14, 4, 0, 14, -16, 4)
  pen.circle('ink', 41, 1, 2)
}

function elephant(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    for (const x of [-32, -16, 4, 18]) pen.rect('main', x - 6, 10, 13, 32, 4)
    pen.ellipse('main', -8, -2, 36, 26)
    pen.circle('main', 26, -14, 19)
    pen.line('main', 9, 'M40 -6Q48 16 42 36')
    pen.ellipse('dark', 16, -14, 12, 17)
    pen.circle('ink', 34, -18, 2.2)
  } else {
    pen.ellipse('dark', -32, -8, 18, 26)
    pen.ellipse('dark', 32, -8, 18, 26)
    pen.ellipse('main', 0, -8, 25, 28)
    pen.path('main', 'M-9 8L9 8L7 48L-7 48Z')
    eyes(pen, 12, -10, 3)
    pen.line('white', 5, 'M-14 16L-18 30M14 16L18 30')
  }
}

function duck(pen: Pen, rng: Rng): void {
  pen.path('main', 'M-48 2Q-34 10 -20 4Q0 -4 22 6L30 20Q14 36 -14 34Q-42 30 -48 2Z')
  pen.path('main', 'M8 14L14 -14L30 -14L32 18Z')
  pen.circle('main', 22, -20, 15)
  pen.path('accent', 'M34 -24L50 -18Q50 -12 34 -12Z')
  pen.circle('ink', 25, -24, 2.5)
  if (rng.chance(0.6)) pen.path('dark', 'M-28 12Q-6 4 10 14Q-6 30 -28 12Z')
}

function snail(pen: Pen, rng: Rng): void {
  pen.path('skin', 'M-46 34Q-20 22 18 26L26 -8L38 -8Q44 26 34 34Z')
  pen.line('skin', 3, 'M29 -8L24 -26M36 -8L42 -26')
  const r = rng.range(24, 28)
  pen.circle('main', -8, 4, r)
  pen.line('dark', 3.4, 'M-8 4Q-2 -4 4 4Q8 18 -8 18Q-24 16 -24 0Q-22 -14 -6 -14')
}

function bee(pen: Pen, rng: Rng): void {
  pen.ellipse('glass', -8, -24, 13, 18, -24)
  pen.ellipse('glass', 12, -24, 13, 18, 24)
  pen.ellipse('main', 0, 8, 36, 22)
  for (const x of [-18, 0, 16]) pen.rect('tyre', x - 4, -10, 8, 36, 3)
  pen.circle('tyre', 36, 4, 11)
  if (rng.chance(0.7)) pen.poly('ink', -34, 4, -48, 9, -34, 13)
  pen.line('ink', 2, 'M38 -4L46 -20M32 -4L34 -22')
}

function owl(pen: Pen, rng: Rng): void {
  pen.poly('main', -30, -24, -28, -50, -8, -34)
  pen.poly('main', 30, -24, 28, -50, 8, -34)
  pen.ellipse('main', 0, 4, 32, 42)
  pen.ellipse('light', 0, 24, 19, 20)
  pen.ellipse('dark', -28, 14, 8, 22, 8)
  pen.ellipse('dark', 28, 14, 8, 22, -8)
  const r = rng.range(10, 13)
  pen.circle('white', -13, -16, r)
  pen.circle('white', 13, -16, r)
  eyes(pen, 12, -16, 5)
  pen.poly('accent', -5, -8, 5, -8, 0, 2)
}

export const animals: readonly Kind[] = [
  {
    words: [
      word('person', 'people'),
      word('human'),
      word('man', 'men'),
      word('woman', 'women'),
      word('human being'),
    ],
    draw: person,
  },
  { words: [word('cat'), word('kitten'), word('kitty', 'kitties')], draw: cat },
  { words: [word('dog'), word('puppy', 'puppies'), word('hound')], draw: dog },
  { words: [word('bird'), word('songbird'), word('sparrow')], draw: bird },
  { words: [word('fish', 'fish'), word('goldfish', 'goldfish')], draw: fish },
  { words: [word('rabbit'), word('bunny', 'bunnies'), word('hare')], draw: rabbit },
  { words: [word('snake'), word('serpent')], draw: snake },
  { words: [word('butterfly', 'butterflies'), word('moth')], draw: butterfly },
  { words: [word('spider')], usual: ['black', 'brown'], draw: spider },
  { words: [word('turtle'), word('tortoise')], usual: ['green', 'brown'], draw: turtle },
  { words: [word('elephant')], usual: ['grey'], draw: elephant },
  { words: [word('duck'), word('duckling')], usual: ['yellow', 'white', 'brown'], draw: duck },
  { words: [word('snail')], draw: snail },
  { words: [word('bee'), word('bumblebee'), word('wasp')], usual: ['yellow', 'orange'], draw: bee },
  { words: [word('owl')], usual: ['brown', 'grey', 'white'], draw: owl },
]
