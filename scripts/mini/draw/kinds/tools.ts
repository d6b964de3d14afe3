import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function hammer(pen: Pen, rng: Rng): void {
  pen.rect('wood', -5, -24, 10, 72, 3)
  if (rng.chance(0.5)) pen.path('main', 'M-34 -38L10 -38Q30 -40 42 -20Q24 -28 12 -20L-34 -20Z')
  else pen.rect('main', -32, -42, 64, 24, 4)
}

function screwdriver(pen: Pen, rng: Rng): void {
  pen.rect('metal', -3.5, -8, 7, 48, 1)
  pen.poly('metal', -6, 40, 6, 40, 4, 49, -4, 49)
  pen.rect('main', -11, -48, 22, 44, 8)
  if (rng.chance(0.6)) pen.line('dark', 2.5, 'M-4 -42V-10M4 -42V-10')
}

function saw(pen: Pen, rng: Rng): void {
  const teeth = 9 + rng.int(5)
  let edge = ''
  for (let i = teeth; i >= 0; i--) {
    const x = -20 + (68 * i) / teeth
    edge += `L${x.toFixed(1)} 14L${(x - 34 / teeth).toFixed(1)} 21`
  }
  pen.path('metal', `M-20 -14L48 0${edge}Z`)
  pen.path('main', 'M-50 -10Q-44 -24 -14 -18L-14 20Q-40 26 -46 12Z')
  pen.rect('ink', -38, -8, 13, 16, 5)
}

function wrench(pen: Pen, rng: Rng): void {
  const w = rng.range(6, 8)
  pen.path(
    'main',
    `M${-w} -16Q-22 -26 -16 -46L-6 -32L6 -32L16 -46Q22 -26 ${w} -16L${w} 28Q16 34 12 46Q0 52 -12 46Q-16 34 ${-w} 28Z`,
  )
  pen.circle('ink', 0, 38, 5)
}

function scissors(pen: Pen, rng: Rng): void {
  const open = rng.range(8, 16)
  pen.line('metal', 6, `M-12 20L${open} -46M12 20L${-open} -46`)
  pen.line('main', 6.5, 'M-28 34a12 12 0 1 1 24 0a12 12 0 1 1 -24 0M4 34a12 12 0 1 1 24 0a12 12 0 1 1 -24 0')
  pen.circle('ink', 0, -2, 3)
}

function axe(pen: Pen, rng: Rng): void {
  pen.rect('wood', -6, -46, 10, 94, 3)
  if (rng.chance(0.6)) pen.path('main', 'M2 -40Q20 -38 34 -48Q44 -24 34 0Q20 -10 2 -10Z')
  else {
    pen.path('main', 'M2 -38L32 -46Q42 -24 32 -2L2 -12Z')
    pen.path('main', 'M-4 -38L-34 -46Q-44 -24 -34 -2L-4 -12Z')
  }
}

function shovel(pen: Pen, rng: Rng): void {
  pen.rect('wood', -3.5, -40, 7, 58, 2)
  if (rng.chance(0.6)) pen.line('wood', 6, 'M-13 -44H13')
  else pen.circle('wood', 0, -42, 7)
  pen.path('main', 'M-18 8H18V28Q14 44 0 50Q-14 44 -18 28Z')
}

function pencil(pen: Pen, rng: Rng): void {
  pen.rect('accent', -9, -49, 18, 10, 4)
  pen.rect('metal', -9, -41, 18, 7)
  pen.rect('main', -9, -34, 18, 60)
  if (rng.chance(0.6)) pen.line('dark', 2, 'M-3 -33V25M3 -33V25')
  pen.poly('skin', -9, 26, 9, 26, 0, 49)
  pen.poly('ink', -3.5, 40, 3.5, 40, 0, 49)
}

function paintbrush(pen: Pen, rng: Rng): void {
  pen.path('wood', 'M-4 -48L4 -48L7 4L-7 4Z')
  pen.rect('metal', -10, 2, 20, 13, 1)
  if (rng.chance(0.5)) pen.path('main', 'M-10 15H10Q18 32 0 49Q-18 32 -10 15Z')
  else pen.path('main', 'M-13 15H13L15 46L6 40L0 47L-6 40L-15 46Z')
}

function ladder(pen: Pen, rng: Rng): void {
  const lean = rng.range(0, 8)
  pen.line('main', 5.5, `M-20 48L${-20 + lean} -48M20 48L${20 - lean} -48`)
  for (let y = -36; y <= 40; y += 15) pen.line('main', 4.5, `M-18 ${y}H18`)
}

function magnifier(pen: Pen, rng: Rng): void {
  pen.line('main', rng.range(9, 12), 'M14 14L42 42')
  pen.circle('glass', -10, -10, 28)
  pen.line('main', 7, 'M-40 -10a30 30 0 1 1 60 0a30 30 0 1 1 -60 0')
  if (rng.chance(0.5)) pen.line('white', 4, 'M-26 -12Q-24 -24 -12 -26')
}

export const tools: readonly Kind[] = [
  { words: [word('hammer'), word('mallet')], draw: hammer },
  { words: [word('screwdriver')], draw: screwdriver },
  { words: [word('saw'), word('handsaw')], draw: saw },
  { words: [word('wrench', 'wrenches'), word('spanner')], draw: wrench },
  { words: [word('scissors', 'scissors'), word('shears', 'shears')], draw: scissors },
  { words: [word('axe'), word('ax', 'axes'), word('hatchet')], draw: axe },
  { words: [word('shovel'), word('spade')], draw: shovel },
  { words: [word('pencil'), word('crayon')], draw: pencil },
  {
    words: [
      word('paintbrush', 'paintbrushes'),
      word('paint brush', 'paint brushes'),
      word('brush', 'brushes'),
    ],
    draw: paintbrush,
  },
  { words: [word('ladder'), word('stepladder')], draw: ladder },
  {
    words: [word('magnifying glass', 'magnifying glasses'), word('magnifier'), word('loupe')],
    draw: magnifier,
  },
]
