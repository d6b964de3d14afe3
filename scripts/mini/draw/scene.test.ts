import { describe, expect, it } from 'vitest'
import { catalogue, kindIndex } from './catalogue'
import { createLayout } from './layout'
import { heldOutStyle } from './pen'
import { createRng, splits } from './prng'
import { composeScene, trainingStyles, type SceneFacts } from './scene'

const redCar: SceneFacts = { kind: kindIndex('car'), colour: 'red', count: 1, style: 'flat' }

describe('composeScene', () => {
  it('draws the same picture from the same seed', () => {
    const draw = (): string => composeScene(redCar, createRng(7, splits.training)).svg
    expect(draw()).toBe(draw())
  })

  it('draws another picture from the same number of another split', () => {
    const [training, evaluation] = [splits.training, splits.evaluation].map(
      (split) => composeScene(redCar, createRng(7, split)).svg,
    )
    expect(training).not.toBe(evaluation)
  })

  it('draws every kind without a number that is not one', () => {
    for (const kind of catalogue.keys())
      for (let seed = 0; seed < 4; seed++)
        expect(composeScene({ ...redCar, kind }, createRng(seed, 99)).svg).not.toMatch(
          /NaN|undefined|Infinity/,
        )
  })

  it('keeps the held-out style out of training', () => {
    expect(trainingStyles).not.toContain(heldOutStyle)
  })
})

describe('createLayout', () => {
  it('gives as many slots as asked for, none over another and all in the picture', () => {
    for (let count = 1; count <= 5; count++)
      for (let seed = 0; seed < 200; seed++) {
        const slots = createLayout(count, createRng(seed, 99))
        expect(slots).toHaveLength(count)
        for (const [i, a] of slots.entries()) {
          expect(Math.min(a.x, a.y, 100 - a.x, 100 - a.y)).toBeGreaterThan(a.size * 0.4)
          for (const b of slots.slice(i + 1))
            expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(a.size * 0.6)
        }
      }
  })
})
