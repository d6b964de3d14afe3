import type { Pen } from '../pen'
import type { Rng } from '../prng'

function textLines(pen: Pen, rng: Rng, from: number, to: number, left: number, right: number): void {
  const step = rng.range(7, 10)
  for (let y = from; y < to; y += step) {
    const end = rng.chance(0.25) ? left + (right - left) * rng.range(0.4, 0.8) : right
    pen.line('ink', 2.2, `M${left} ${y.toFixed(1)}H${end.toFixed(1)}`)
  }
}

/** A page: letter, report with a picture, form with a table, certificate, or a small stack. */
export function document(pen: Pen, rng: Rng): void {
  const w = rng.range(32, 37)
  const form = rng.int(5)
  if (form === 4 || rng.chance(0.15)) {
    pen.rect('light', -w + 7, -40, 2 * w, 88, 1)
    pen.rect('main', -w - 3, -48, 2 * w, 88, 1)
    textLines(pen, rng, -34, 34, -w + 5, w - 12)
    return
  }
  if (rng.chance(0.6)) {
    pen.path('main', `M${-w} -48L${w - 16} -48L${w} -32L${w} 48L${-w} 48Z`)
    pen.poly('dark', w - 16, -48, w, -32, w - 16, -32)
  } else pen.rect('main', -w, -48, 2 * w, 96, rng.range(0, 3))
  const left = -w + 9
  const right = w - 9
  if (form === 0) {
    pen.line('ink', 4.5, `M${left} -36H${left + 24}`)
    textLines(pen, rng, -22, 42, left, right)
  } else if (form === 1) {
    pen.rect('accent', left, -28, 22, 24, 1)
    textLines(pen, rng, -26, -4, left + 28, right)
    textLines(pen, rng, 6, 42, left, right)
  } else if (form === 2) {
    textLines(pen, rng, -36, -22, left, right - 18)
    pen.line(
      'ink',
      2,
      `M${left} -12H${right}V36H${left}ZM${left} 4H${right}M${left} 20H${right}M${left + 20} -12V36`,
    )
  } else {
    pen.line('ink', 4.5, `M${-16} -32H16`)
    textLines(pen, rng, -18, 18, left + 3, right - 3)
    pen.circle('accent', rng.chance(0.5) ? 15 : -15, 33, 8)
    pen.line('ink', 2, `M${left} 36Q${left + 6} 26 ${left + 10} 36T${left + 18} 34`)
  }
}
