import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

function tree(pen: Pen, rng: Rng): void {
  pen.rect('wood', -6, 8, 12, 40, 2)
  const form = rng.int(3)
  if (form === 0) {
    pen.circle('main', -17, 0, 19)
    pen.circle('main', 17, 0, 19)
    pen.circle('main', 0, -20, 24)
  } else if (form === 1) pen.ellipse('main', 0, -14, rng.range(26, 34), rng.range(30, 35))
  else for (const y of [16, -4, -24]) pen.poly('main', -30 - y * 0.3, y + 10, 0, y - 24, 30 + y * 0.3, y + 10)
}

function palm(pen: Pen, rng: Rng): void {
  pen.line('wood', 7, `M${rng.range(-8, 8)} 48Q-8 10 2 -20`)
  for (const [x, y] of [
    [-46, -14],
    [46, -14],
    [-34, -44],
    [36, -44],
    [-28, 10],
    [30, 10],
  ] as const)
    pen.path('main', `M2 -22Q${x * 0.5} ${y - 16} ${x} ${y}Q${x * 0.4} ${y} 2 -18Z`)
}

function flower(pen: Pen, rng: Rng): void {
  pen.line('leaf', 4, 'M0 -8V48')
  pen.path('leaf', 'M0 34Q20 30 24 14Q6 16 0 34Z')
  if (rng.chance(0.65)) {
    const petals = 5 + rng.int(3)
    for (let i = 0; i < petals; i++) {
      const a = (i * 2 * Math.PI) / petals
      pen.circle('main', 17 * Math.cos(a), -20 + 17 * Math.sin(a), 11.5)
    }
    pen.circle('accent', 0, -20, 9.5)
  } else pen.path('main', 'M-20 -44L-9 -32L0 -48L9 -32L20 -44Q24 -8 0 -4Q-24 -8 -20 -44Z')
}

function sun(pen: Pen, rng: Rng): void {
  const rays = 8 + rng.int(5)
  const pointed = rng.chance(0.5)
  for (let i = 0; i < rays; i++) {
    const a = (i * 2 * Math.PI) / rays
    const [c, s] = [Math.cos(a), Math.sin(a)]
    if (pointed)
      pen.poly('main', 28 * c - 7 * s, 28 * s + 7 * c, 48 * c, 48 * s, 28 * c + 7 * s, 28 * s - 7 * c)
    else
      pen.line(
        'main',
        4.5,
        `M${(32 * c).toFixed(1)} ${(32 * s).toFixed(1)}L${(46 * c).toFixed(1)} ${(46 * s).toFixed(1)}`,
      )
  }
  pen.circle('main', 0, 0, 25)
}

function moon(pen: Pen, rng: Rng): void {
  const depth = rng.range(4, 12)
  pen.path('main', `M14 -44A45 45 0 1 0 40 26A${36 + depth} ${36 + depth} 0 0 1 14 -44Z`)
}

function cloud(pen: Pen, rng: Rng): void {
  const lift = rng.range(-32, -26)
  pen.path(
    'main',
    `M-30 24Q-50 22 -48 6Q-46 -8 -30 -8Q-26 ${lift} -4 ${lift}Q14 ${lift - 2} 20 -12Q46 -14 48 8Q48 24 28 24Z`,
  )
}

function mountain(pen: Pen, rng: Rng): void {
  pen.poly('dark', 2, 36, 26, rng.range(-20, -8), 50, 36)
  pen.poly('main', -50, 36, -12, -40, 28, 36)
  pen.poly('white', -12, -40, -24, -16, -16, -20, -11, -13, -5, -20, 1, -16)
}

function leaf(pen: Pen, rng: Rng): void {
  if (rng.chance(0.5)) pen.path('main', 'M-34 34Q-44 -34 40 -42Q44 38 -34 34Z')
  else pen.path('main', 'M-34 34Q-30 -10 -10 -22Q16 -40 40 -42Q34 -8 20 10Q4 30 -34 34Z')
  pen.line('dark', 3, 'M-46 46L26 -28M-10 8L-12 -14M-10 8L14 10M8 -10L8 -26M8 -10L26 -10')
}

function mushroom(pen: Pen, rng: Rng): void {
  pen.path('white', 'M-12 0L12 0Q10 24 18 44L-18 44Q-10 24 -12 0Z')
  pen.path('main', 'M-44 6Q-42 -42 0 -42Q42 -42 44 6Q0 14 -44 6Z')
  if (rng.chance(0.75)) {
    pen.circle('white', -20, -12, 6.5)
    pen.circle('white', 4, -24, 7)
    pen.circle('white', 23, -8, 5.5)
  }
}

function cactus(pen: Pen, rng: Rng): void {
  pen.line('main', 12, `M-12 16H-30V${rng.range(-14, -4)}`)
  pen.line('main', 12, `M12 4H30V${rng.range(-28, -18)}`)
  pen.rect('main', -13, -46, 26, 80, 13)
  if (rng.chance(0.6)) pen.poly('wood', -22, 28, 22, 28, 16, 49, -16, 49)
}

function snowflake(pen: Pen, rng: Rng): void {
  const w = rng.range(3, 5)
  const branch = rng.range(22, 30)
  for (let i = 0; i < 6; i++) {
    const at = (r: number, a: number): string =>
      `${(r * Math.cos(a)).toFixed(1)} ${(r * Math.sin(a)).toFixed(1)}`
    const a = (i * Math.PI) / 3 + Math.PI / 6
    pen.line(
      'main',
      w,
      `M0 0L${at(46, a)}M${at(branch, a)}L${at(branch + 12, a + 0.42)}M${at(branch, a)}L${at(branch + 12, a - 0.42)}`,
    )
  }
}

function rainbow(pen: Pen, rng: Rng): void {
  const paints = ['main', 'light', 'accent', 'dark'] as const
  const w = rng.range(7, 9)
  paints.forEach((paint, i) => {
    const r = 44 - i * w
    pen.line(paint, w, `M${-r} 24A${r} ${r} 0 0 1 ${r} 24`)
  })
}

function fire(pen: Pen, rng: Rng): void {
  if (rng.chance(0.4)) pen.line('wood', 8, 'M-30 46L30 38M30 46L-30 38')
  pen.path(
    'main',
    'M2 -48Q10 -26 26 -14Q40 2 30 24Q22 42 0 42Q-24 42 -31 22Q-36 0 -18 -16Q-16 -4 -8 -2Q-12 -30 2 -48Z',
  )
  pen.path('light', 'M2 -8Q18 8 16 22Q12 36 0 36Q-16 34 -15 18Q-8 20 -4 14Q-2 2 2 -8Z')
}

function bolt(pen: Pen, rng: Rng): void {
  if (rng.chance(0.7)) pen.poly('main', 10, -48, -26, 8, -4, 8, -14, 48, 28, -14, 4, -14, 20, -48)
  else pen.poly('main', -6, -48, 22, -48, 8, -14, 26, -14, -16, 48, -4, 2, -24, 2)
}

function drop(pen: Pen, rng: Rng): void {
  pen.path('main', 'M0 -48Q30 -8 30 14Q30 46 0 46Q-30 46 -30 14Q-30 -8 0 -48Z')
  if (rng.chance(0.6)) pen.line('light', 4, 'M-18 14Q-18 30 -4 34')
}

export const nature: readonly Kind[] = [
  { words: [word('tree'), word('oak'), word('pine tree')], usual: ['green'], draw: tree },
  { words: [word('palm tree'), word('palm')], usual: ['green'], draw: palm },
  { words: [word('flower'), word('daisy', 'daisies'), word('tulip')], draw: flower },
  { words: [word('sun'), word('sunshine')], usual: ['yellow', 'orange'], draw: sun },
  { words: [word('moon'), word('crescent'), word('crescent moon')], usual: ['yellow', 'white'], draw: moon },
  { words: [word('cloud')], usual: ['white', 'grey', 'blue'], draw: cloud },
  { words: [word('mountain'), word('peak')], draw: mountain },
  { words: [word('leaf', 'leaves')], usual: ['green', 'orange'], draw: leaf },
  { words: [word('mushroom'), word('toadstool')], usual: ['red', 'brown'], draw: mushroom },
  { words: [word('cactus', 'cacti')], usual: ['green'], draw: cactus },
  { words: [word('snowflake')], usual: ['blue', 'white'], draw: snowflake },
  { words: [word('rainbow')], draw: rainbow },
  { words: [word('fire'), word('flame'), word('campfire')], usual: ['orange', 'red'], draw: fire },
  {
    words: [word('lightning bolt'), word('lightning', 'lightning'), word('thunderbolt')],
    usual: ['yellow'],
    draw: bolt,
  },
  {
    words: [word('water drop'), word('drop'), word('raindrop'), word('droplet')],
    usual: ['blue'],
    draw: drop,
  },
]
