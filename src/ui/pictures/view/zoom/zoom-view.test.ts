import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dragBy, FITTED, panBy, toggled, zoomBy, zoomPercent, type ZoomSizes } from './zoom-view'

/** A photograph of 4000 px in a line, which fits into 800. */
const sizes: ZoomSizes = {
  stage: { width: 1000, height: 600 },
  fitted: { width: 800, height: 600 },
  pixels: 4000,
}

const step = fc.record({
  factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -300, max: 300 }),
})

describe('a picture that is looked at closely', () => {
  it('keeps what lies under the pointer where it is', () => {
    const at = { x: 120, y: -80 }
    const near = zoomBy(FITTED, sizes, 4, at)
    const nearer = zoomBy(near, sizes, 2, at)
    for (const { scale, x, y } of [near, nearer]) {
      expect((at.x - x) / scale).toBeCloseTo(at.x)
      expect((at.y - y) / scale).toBeCloseTo(at.y)
    }
  })

  it('stays under two fingers that part, meet and turn, however fast they go', () => {
    const finger = fc.record({
      x: fc.integer({ min: -150, max: 150 }),
      y: fc.integer({ min: -150, max: 150 }),
    })
    const fingers = fc.tuple(finger, finger).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 60)
    fc.assert(
      fc.property(fingers, fingers, (from, to) => {
        // Close enough for the picture to reach beyond its stage wherever they go.
        const close = zoomBy(FITTED, sizes, 8)
        const next = dragBy(close, sizes, from, to)
        const spread = ([a, b]: readonly { x: number; y: number }[]) =>
          a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
        expect(next.scale / close.scale).toBeCloseTo(spread(to) / spread(from))
        const middle = ([a, b]: typeof from) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
        expect((middle(to).x - next.x) / next.scale).toBeCloseTo((middle(from).x - close.x) / close.scale)
        expect((middle(to).y - next.y) / next.scale).toBeCloseTo((middle(from).y - close.y) / close.scale)
      }),
      { seed: 17 },
    )
  })

  it('is moved by one finger, and comes back to how it fits where two meet', () => {
    const close = zoomBy(FITTED, sizes, 4)
    expect(dragBy(close, sizes, [{ x: 5, y: 5 }], [{ x: 25, y: -5 }])).toEqual({ scale: 4, x: 20, y: -10 })
    const apart = [
      { x: -200, y: 0 },
      { x: 200, y: 0 },
    ]
    const together = [
      { x: 40, y: 0 },
      { x: 41, y: 0 },
    ]
    expect(dragBy(close, sizes, apart, together)).toEqual({ scale: 1, x: 0, y: 0 })
  })

  it('is never smaller than it fits, and never leaves the stage empty beside it', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let view = FITTED
        for (const { factor, x, y } of steps) view = panBy(zoomBy(view, sizes, factor, { x, y }), sizes, x, y)
        expect(view.scale).toBeGreaterThanOrEqual(1)
        expect(view.scale).toBeLessThanOrEqual(40)
        for (const [place, room, size] of [
          [view.x, sizes.stage.width, sizes.fitted.width * view.scale],
          [view.y, sizes.stage.height, sizes.fitted.height * view.scale],
        ] as const)
          expect(Math.abs(place)).toBeLessThanOrEqual(Math.max(0, (size - room) / 2) + 1e-6)
      }),
      { seed: 17 },
    )
  })

  it('goes to its own pixels by a double press, and back', () => {
    const close = toggled(FITTED, sizes, { x: 0, y: 0 })
    expect(zoomPercent(close, sizes)).toBeCloseTo(100)
    expect(toggled(close, sizes, { x: 0, y: 0 })).toEqual(FITTED)
    expect(toggled(FITTED, { ...sizes, pixels: 800 }, { x: 0, y: 0 }).scale).toBe(2)
  })
})
