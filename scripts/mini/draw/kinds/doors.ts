import { word, type Kind } from '../kind'
import type { Pen } from '../pen'
import type { Rng } from '../prng'

/** A car door seen from outside: window above, panel with a handle below. */
function door(pen: Pen, rng: Rng): void {
  const lean = rng.range(-6, 10)
  const belt = rng.range(-12, -4)
  const form = rng.int(3)
  const outline =
    form === 0
      ? `M-38 46L-42 ${belt}L${-24 + lean} -46L34 -46L40 ${belt}L38 46Z`
      : form === 1
        ? `M-40 44Q-46 10 -40 ${belt}Q-30 -40 ${-10 + lean} -46L36 -46L38 ${belt}L34 46L-30 46Z`
        : `M-36 46L-40 ${belt}L-34 -44Q0 -50 34 -44L42 ${belt}Q44 20 30 46Z`
  pen.path('main', outline)
  if (form === 2) pen.path('glass', `M-33 ${belt}L-28 -38Q0 -42 28 -38L34 ${belt}Z`)
  else pen.path('glass', `M-33 ${belt}L${-18 + lean} -39L29 -39L33 ${belt}Z`)
  pen.rect(
    rng.chance(0.5) ? 'dark' : 'metal',
    rng.chance(0.5) ? 14 : -32,
    belt + rng.range(6, 10),
    17,
    5,
    2.5,
  )
  if (rng.chance(0.5)) pen.line('dark', 1.8, `M-38 ${belt + 28}L37 ${belt + 28}`)
  if (rng.chance(0.3)) pen.poly('dark', -42, belt + 2, -50, belt - 6, -46, belt - 12, -38, belt - 4)
}

/** A jagged scratch across the panel, from a point in a direction. */
function scratch(pen: Pen, rng: Rng, width: number): void {
  let x = rng.range(-28, -4)
  let y = rng.range(10, 34)
  const down = rng.range(-5, 5)
  const steps = 3 + rng.int(4)
  let d = `M${x.toFixed(1)} ${y.toFixed(1)}`
  for (let i = 0; i < steps; i++) {
    x = Math.min(32, x + rng.range(5, 13))
    y = Math.max(4, Math.min(42, y + down + rng.range(-6, 6)))
    d += `L${x.toFixed(1)} ${y.toFixed(1)}`
  }
  pen.line('ink', width + 1.2, d)
  pen.line('white', width, d)
}

function scratchedDoor(pen: Pen, rng: Rng): void {
  door(pen, rng)
  const count = 2 + rng.int(4)
  for (let i = 0; i < count; i++) scratch(pen, rng, rng.range(1.2, 2.4))
}

export const doors: readonly Kind[] = [
  { words: [word('car door'), word('vehicle door'), word('undamaged car door')], draw: door },
  {
    words: [
      word('scratched car door'),
      word('damaged car door'),
      word('scratched vehicle door'),
      word('car door with scratches', 'car doors with scratches'),
      word('scratch on a car door', 'scratches on car doors'),
    ],
    draw: scratchedDoor,
  },
]
