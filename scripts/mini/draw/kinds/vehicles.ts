import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function wheel(pen: Pen, x: number, y: number, r: number): void {
  pen.circle('tyre', x, y, r)
  pen.circle('metal', x, y, r * 0.5)
}

function spoked(pen: Pen, x: number, y: number, r: number, width: number): void {
  pen.line('tyre', width, `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0`)
}

function car(pen: Pen, rng: Rng): void {
  const r = rng.range(8, 11)
  const form = rng.int(4)
  if (form === 3) {
    pen.rect('tyre', -34, 18, 12, 16, 3)
    pen.rect('tyre', 22, 18, 12, 16, 3)
    pen.path('main', 'M-26 -4L-18 -26Q0 -30 18 -26L26 -4Z')
    pen.path('glass', 'M-20 -5L-14 -21Q0 -24 14 -21L20 -5Z')
    pen.rect('main', -38, -5, 76, 29, 8)
    pen.circle('white', -27, 6, 6)
    pen.circle('white', 27, 6, 6)
    pen.rect('tyre', -15, 6, 30, 8, 3)
    return
  }
  const roof = rng.range(-25, -18)
  if (form === 0) {
    pen.path('main', `M-48 4Q-46 -4 -30 -6L-18 ${roof}L14 ${roof}L28 -6Q46 -4 48 6L46 18L-47 18Z`)
    pen.poly('glass', -25, -6, -15, roof + 4, -2, roof + 4, -2, -6)
    pen.poly('glass', 2, -6, 2, roof + 4, 12, roof + 4, 22, -6)
  } else if (form === 1) {
    pen.path('main', `M-48 18L-48 -2Q-46 -22 -28 ${roof - 2}L10 ${roof - 2}Q22 -16 28 -4Q48 -2 48 10L48 18Z`)
    pen.path('glass', `M-40 -4Q-38 -16 -26 -20L-8 -20L-8 -4Z`)
    pen.path('glass', `M-3 -4L-3 -20L8 -20Q16 -14 20 -4Z`)
  } else {
    pen.path('main', 'M-48 16Q-50 2 -38 0Q-26 -4 -12 -18Q2 -22 16 -16Q26 -8 32 -3Q48 0 48 16Z')
    pen.path('glass', 'M-18 -3Q-8 -14 2 -16Q14 -13 22 -3Z')
  }
  if (rng.chance(0.6)) pen.rect('dark', -3, 2, 9, 2.5, 1)
  if (rng.chance(0.6)) pen.circle('accent', 44, 6, 3)
  const span = rng.range(25, 30)
  wheel(pen, -span, 18, r)
  wheel(pen, span, 18, r)
}

function truck(pen: Pen, rng: Rng): void {
  const form = rng.int(3)
  const cab = rng.range(22, 28)
  const split = 48 - cab
  if (form === 0) {
    pen.rect(rng.chance(0.4) ? 'light' : 'main', -50, -32, split + 47, 46, 1)
    pen.path('main', `M${split} 16L${split} -20L${split + 14} -20L48 -4L48 16Z`)
    pen.poly('glass', split + 4, -4, split + 4, -15, split + 12, -15, 42, -4)
  } else if (form === 1) {
    pen.poly('main', -50, -18, split - 4, -18, split - 10, 12, -44, 12)
    pen.rect('dark', -46, 10, 90, 6)
    pen.path('main', `M${split} 16L${split} -26L44 -26L48 -4L48 16Z`)
    pen.rect('glass', split + 6, -20, 14, 13, 2)
  } else {
    pen.rect('main', -50, -4, split + 48, 20, 2)
    pen.rect('dark', -48, -12, split + 44, 4)
    pen.path('main', `M${split - 6} 16L${split - 6} -24L${split + 12} -24L${split + 20} -5L50 -3L50 16Z`)
    pen.poly('glass', split, -6, split, -18, split + 10, -18, split + 14, -6)
  }
  wheel(pen, -36, 18, 9)
  if (rng.chance(0.6)) wheel(pen, -16, 18, 9)
  wheel(pen, split + 10, 18, 9)
}

function motorcycle(pen: Pen, rng: Rng): void {
  const r = rng.range(14, 17)
  const form = rng.int(3)
  wheel(pen, -30, 16, r)
  wheel(pen, 31, 16, r)
  pen.line('metal', 4, `M31 16L${form === 1 ? 14 : 20} -22`)
  pen.line('metal', 3.5, 'M-30 16L0 14')
  pen.rect('metal', -12, 2, 22, 17, 4)
  if (form === 0) pen.path('main', 'M-40 -6Q-22 -10 -8 -4Q2 -18 20 -12L16 4L-14 6Z')
  else if (form === 1) pen.path('main', 'M-44 2Q-34 -10 -16 -4Q-6 -16 12 -14Q20 -6 10 4L-26 8Z')
  else pen.path('main', 'M-46 -16L-18 -8Q-2 -20 22 -18L32 -4L14 12L-16 6Z')
  pen.path(
    'tyre',
    form === 1 ? 'M-34 -8Q-22 -4 -8 -8L-8 -3Q-24 0 -36 -3Z' : 'M-40 -12Q-24 -8 -8 -9L-8 -4L-36 -6Z',
  )
  pen.line('ink', 3.5, form === 1 ? 'M15 -20L4 -34L-2 -32' : 'M20 -20L12 -29L6 -28')
  pen.circle('accent', 24, -15, 4.5)
  if (rng.chance(0.5)) pen.line('metal', 4, 'M0 20L-38 22')
}

function bicycle(pen: Pen, rng: Rng): void {
  const r = rng.range(17, 20)
  const w = rng.range(2.2, 3.5)
  spoked(pen, -28, 14, r, w)
  spoked(pen, 28, 14, r, w)
  if (rng.chance(0.5))
    pen.line(
      'metal',
      1,
      `M-28 ${14 - r}V${14 + r}M${-28 - r} 14H${-28 + r}M28 ${14 - r}V${14 + r}M${28 - r} 14H${28 + r}`,
    )
  pen.line(
    'main',
    w + 1.2,
    rng.chance(0.6)
      ? 'M-28 14L-12 -14L18 -14L-2 14L-28 14M-2 14L-14 -18M28 14L16 -20'
      : 'M-28 14L-2 14L18 -12M-2 14L-14 -18M28 14L16 -22',
  )
  pen.line('ink', w + 1, rng.chance(0.5) ? 'M16 -20L24 -24L28 -18' : 'M16 -22L10 -28L4 -26')
  pen.line('ink', w + 3, 'M-20 -20L-8 -20')
}

function bus(pen: Pen, rng: Rng): void {
  const top = rng.chance(0.3) ? -40 : -26
  pen.rect('main', -48, top, 96, 18 - top, rng.range(3, 9))
  const windows = 4 + rng.int(2)
  const step = 86 / windows
  for (let row = 0; row < (top < -30 ? 2 : 1); row++)
    for (let i = 0; i < windows; i++) pen.rect('glass', -43 + i * step, top + 6 + row * 22, step - 4, 14, 2)
  if (rng.chance(0.5)) pen.rect('light', -48, 4, 96, 4)
  wheel(pen, -28, 18, 8.5)
  wheel(pen, 28, 18, 8.5)
}

function airplane(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) {
    pen.poly('dark', -40, -4, -50, -26, -40, -26, -26, -6)
    pen.path('main', 'M-44 -4Q-30 -10 20 -9Q44 -8 50 1Q44 9 20 9L-28 8Q-42 6 -44 -4Z')
    for (let x = -22; x <= 18; x += 10) pen.circle('glass', x, -2, 2.6)
    pen.poly('dark', -4, 3, 12, 3, -14, 30, -24, 30)
    pen.path('glass', 'M34 -6Q42 -5 45 -1L34 -1Z')
  } else {
    pen.poly('dark', -4, -10, -46, 12, -46, 20, 0, 8, 46, 20, 46, 12, 4, -10)
    pen.poly('dark', 0, 30, -18, 42, -18, 47, 0, 42, 18, 47, 18, 42)
    pen.path('main', 'M-7 44L-7 -30Q-6 -46 0 -50Q6 -46 7 -30L7 44Z')
    pen.rect('glass', -4, -38, 8, 7, 3)
  }
}

function helicopter(pen: Pen, rng: Rng): void {
  pen.rect('main', -50, -6, 46, 7, 3)
  pen.poly('dark', -50, -16, -42, -16, -38, 4, -46, 4)
  pen.ellipse('main', 10, 2, rng.range(25, 30), rng.range(17, 21))
  pen.path('glass', 'M14 -12Q34 -10 37 4L14 4Z')
  pen.line('ink', 3, 'M8 -16V-27M-38 -27H50')
  pen.line('ink', 3, 'M-8 30H32M0 20V30M22 20V30')
}

function sailboat(pen: Pen, rng: Rng): void {
  pen.line('wood', 3, 'M0 22V-46')
  pen.path(rng.chance(0.6) ? 'main' : 'light', 'M4 -44Q30 -10 36 12L4 12Z')
  if (rng.chance(0.75)) pen.path('white', 'M-4 -38Q-10 -10 -30 12L-4 12Z')
  pen.path(rng.chance(0.5) ? 'main' : 'wood', 'M-46 20L46 20Q40 42 24 42L-26 42Q-40 40 -46 20Z')
}

function ship(pen: Pen, rng: Rng): void {
  const funnels = 1 + rng.int(3)
  for (let i = 0; i < funnels; i++) pen.rect('accent', -20 + i * 16, -34, 9, 24)
  pen.rect('white', -30, -12, 58, 18, 2)
  pen.path('main', 'M-50 4L50 4Q44 20 36 30L-40 30Q-46 20 -50 4Z')
  for (let x = -24; x <= 24; x += 12) pen.circle('glass', x, -3, 3)
}

function train(pen: Pen, rng: Rng): void {
  if (rng.chance(0.6)) {
    pen.rect('main', -44, -36, 30, 52, 2)
    pen.rect('glass', -38, -29, 18, 15, 1)
    pen.rect('main', -16, -14, 56, 30, 6)
    pen.poly('ink', 20, -14, 18, -34, 36, -34, 33, -14)
    pen.poly('dark', 36, 16, 50, 26, 32, 26)
    for (const x of [-34, -12, 8, 27]) wheel(pen, x, 20, 8)
  } else {
    pen.rect('main', -26, -46, 52, 78, 12)
    pen.rect('glass', -19, -36, 38, 26, 4)
    pen.circle('white', -14, 14, 5)
    pen.circle('white', 14, 14, 5)
    pen.rect('light', -26, -2, 52, 5)
    pen.line('ink', 4, 'M-18 34L-32 50M18 34L32 50M-24 42H24')
  }
}

function rocket(pen: Pen, rng: Rng): void {
  pen.path('accent', 'M-10 28Q-8 46 0 50Q8 46 10 28Z')
  pen.poly('dark', -14, 6, -30, 32, -12, 26)
  pen.poly('dark', 14, 6, 30, 32, 12, 26)
  const w = rng.range(14, 18)
  pen.path('main', `M-12 28Q-${w + 4} -20 0 -50Q${w + 4} -20 12 28Z`)
  pen.circle('glass', 0, -12, 6.5)
  if (rng.chance(0.5)) pen.path('dark', 'M-9 -30Q-5 -42 0 -50Q5 -42 9 -30Z')
}

function tractor(pen: Pen, rng: Rng): void {
  pen.rect('main', -4, -8, 48, 20, 4)
  pen.rect('main', -34, -38, 34, 46, 3)
  pen.rect('glass', -28, -32, 22, 20, 2)
  pen.line('ink', 4, `M28 -8V${rng.range(-32, -22)}`)
  wheel(pen, -22, 16, 22)
  wheel(pen, 32, 24, 13)
}

function balloon(pen: Pen, rng: Rng): void {
  pen.line('ink', 1.6, 'M-20 6L-8 34M20 6L8 34')
  pen.path('main', 'M-10 22Q-36 2 -34 -18Q-30 -48 0 -48Q30 -48 34 -18Q36 2 10 22Z')
  if (rng.chance(0.7)) pen.path('light', 'M-4 22Q-16 -10 -10 -46Q0 -49 10 -46Q16 -10 4 22Z')
  pen.rect('wood', -9, 34, 18, 14, 2)
}

export const vehicles: readonly Kind[] = [
  { words: [word('car'), word('automobile'), word('sedan'), word('auto')], draw: car },
  { words: [word('truck'), word('lorry', 'lorries'), word('pickup truck'), word('van')], draw: truck },
  { words: [word('motorcycle'), word('motorbike'), word('motor bike'), word('scooter')], draw: motorcycle },
  { words: [word('bicycle'), word('bike'), word('push bike'), word('cycle')], draw: bicycle },
  { words: [word('bus', 'buses'), word('coach', 'coaches')], draw: bus },
  {
    words: [word('airplane'), word('aeroplane'), word('plane'), word('aircraft', 'aircraft'), word('jet')],
    draw: airplane,
  },
  { words: [word('helicopter'), word('chopper')], draw: helicopter },
  { words: [word('sailboat'), word('sailing boat'), word('boat'), word('yacht')], draw: sailboat },
  { words: [word('ship'), word('steamer'), word('ocean liner')], draw: ship },
  { words: [word('train'), word('locomotive'), word('railway train')], draw: train },
  { words: [word('rocket'), word('space rocket'), word('spaceship')], draw: rocket },
  { words: [word('tractor'), word('farm tractor')], draw: tractor },
  { words: [word('hot air balloon'), word('balloon')], draw: balloon },
]
