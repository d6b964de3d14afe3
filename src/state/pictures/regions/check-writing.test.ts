import { describe, expect, it } from 'vitest'
import type { Milliseconds, UnitVector } from '../../../core/brands'
import { done } from '../../../core/errors/outcome'
import { toUnitVector } from '../../../core/question/scoring/cosine'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, noTrials, unitVector } from '../../../testing/fakes/fake-engine'
import { createRegions } from './create-regions'

/** All of 30 were right; fewer say it sooner. */
const DRAWINGS = 6

/** Two pixels a cell, of seven by seven. */
const SIDE = 14
const CELLS = 7
const [PAPER, THING, INK] = [1, -1, 3]

/** Whole numbers below `below`, the same for the same seed (mulberry32). */
const numbers = (seed: number) => (below: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
}

/** A drawing of a thing, perhaps with a word written in: on a note of 2 x 2 cells, or a line of 4 x 1. */
const draw = (seed: number, hasWord: boolean): Float32Array<ArrayBuffer> => {
  const below = numbers(seed)
  const plane = new Float32Array(SIDE * SIDE).fill(PAPER)
  const fill = (column: number, row: number, columns: number, rows: number, value: number) => {
    for (let y = row * 2; y < (row + rows) * 2; y += 1)
      plane.fill(value, y * SIDE + column * 2, y * SIDE + (column + columns) * 2)
  }
  // The thing below, the word anywhere above it.
  fill(below(CELLS - 1), 4 + below(2), 2, 2, THING)
  if (hasWord && below(2) === 0) fill(below(CELLS - 1), below(3), 2, 2, INK)
  else if (hasWord) fill(below(CELLS - 3), below(4), 4, 1, INK)
  return Float32Array.from([...plane, ...plane, ...plane])
}

const unit = (...values: number[]): UnitVector => {
  const vector = toUnitVector(values)
  if (!vector) throw new Error('no direction')
  return vector
}

const embedding = (vector: UnitVector): PictureEncoding => ({ kind: 'embedding', embedding: vector })
const count = (tensor: Float32Array, value: number) =>
  tensor.subarray(0, SIDE * SIDE).filter((one) => one === value).length

/**
 * A model that reads: as long as most of the word is to be seen, a picture of red is one of what is written on it, as CLIP
 * has it. Its axes: red, green, and
 * neither, of which a written word is the opposite.
 */
const read = (tensor: Float32Array): PictureEncoding =>
  embedding(count(tensor, INK) >= 8 ? unit(0.5, 0.8, -0.4) : unit(1, 0.2, 0))

/** What the model makes of each place. */
const places = (tensor: Float32Array): readonly PictureEncoding[] =>
  Array.from({ length: CELLS * CELLS }, (_, cell) => {
    const at = Math.floor(cell / CELLS) * 2 * SIDE + (cell % CELLS) * 2
    const value = tensor[at]
    return embedding(value === INK ? unit(0, 0.7, -0.7) : value === THING ? unit(1, 0, 0) : unit(1, 1, 1))
  })

/** What the check says of a picture, and how often it has run the model. */
const check = async (
  tensor: Float32Array<ArrayBuffer>,
  encode: (tensor: Float32Array) => PictureEncoding,
) => {
  const app = setupApp()
  app.actions.addTags('red, green')
  const model = await app.load()
  app.addPictures('a.png')
  await app.settle()
  app.engine.pictures[0]?.answer(done({ ...encodedPicture('model-a'), ...encode(tensor) }))
  for (let i = 0; i < app.engine.prompts.length; i += 1) await app.answerPrompts(i)
  await app.settle()
  const [picture] = app.state().pictures
  if (!picture) throw new Error('no picture')
  let runs = 0
  const regions = createRegions({
    engine: {
      ...app.engine,
      model: () => ({
        ...model,
        recipe: { ...model.recipe, fit: { kind: 'squash', width: SIDE, height: SIDE } },
      }),
      trials: {
        ...noTrials,
        prepare: () =>
          Promise.resolve(
            done({
              ...{ width: 40, height: 40, reducedBy: 1, isShowable: true, photographic: false, noisy: false },
              ...{ thumbnail: new Blob(), frame: { left: 0, top: 0, width: 1, height: 1 }, tensor },
              time: 1 as Milliseconds,
            }),
          ),
      },
      seePlaces: (views) =>
        Promise.resolve(
          done({
            ...{ kind: 'seen', sense: 'there', grid: { columns: CELLS, rows: CELLS } },
            pictures: views.map(places),
          }),
        ),
      embedPrepared: (tensors) => {
        runs += tensors.length
        return Promise.resolve(done(tensors.map(encode)))
      },
      embedPrompts: (prompts) =>
        Promise.resolve(
          done(
            prompts.map((prompt) => ({
              ...{ tokenIds: [], cut: false },
              embedding: prompt.includes('"')
                ? prompt.includes('green')
                  ? unit(0, 0.7, -0.7)
                  : unit(0.7, 0, -0.7)
                : prompt.includes('green')
                  ? unitVector(0, 1, 0)
                  : unitVector(1, 0, 0),
            })),
          ),
        ),
    },
    selectors: app.selectors,
  })
  regions.look(picture, 'auto', null)
  await expect.poll(() => regions.store.getState().kind).toBe('seen')
  const seen = regions.store.getState()
  const [answer] = app.selectors.labels(app.state(), picture)
  if (seen.kind !== 'seen' || !answer) throw new Error(seen.kind)
  regions.writing.check(app.state(), seen.seen, answer)
  await expect.poll(() => regions.writing.store.getState().kind).toBe('told')
  const told = regions.writing.store.getState()
  return { answer: answer.tag, runs, writing: told.kind === 'told' ? told.writing : null }
}

describe('words that are written in a picture', () => {
  it('decide where the answer is another without them: in all drawings, and in none without a word', async () => {
    for (let seed = 0; seed < DRAWINGS; seed += 1) {
      expect(await check(draw(seed, true), read), `drawing ${seed}`).toMatchObject({
        answer: 'green',
        writing: { kind: 'decides', instead: { tag: 'red' } },
      })
      expect(await check(draw(seed, false), read), `drawing ${seed}`).toEqual({
        ...{ answer: 'red', runs: 0 },
        writing: { kind: 'none' },
      })
    }
  })

  it('do not where the thing itself is there as well', async () => {
    const both = (tensor: Float32Array) =>
      embedding(count(tensor, INK) >= 8 ? unit(0.5, 0.8, -0.4) : unit(0.3, 0.9, 0))
    expect(await check(draw(1, true), both)).toMatchObject({ answer: 'green', writing: { kind: 'none' } })
  })

  it('are not blamed where the answer led by next to nothing, which anything changes', async () => {
    const flat = (tensor: Float32Array) =>
      embedding(count(tensor, INK) >= 8 ? unit(0.79, 0.8, -0.4) : unit(1, 0.9, 0))
    expect(await check(draw(1, true), flat)).toMatchObject({
      answer: 'green',
      runs: 0,
      writing: { kind: 'none' },
    })
  })

  it('are not blamed where covering anything changes the answer', async () => {
    const picture = draw(1, true)
    const fragile = (tensor: Float32Array) =>
      embedding(tensor === picture ? unit(0.5, 0.8, -0.4) : unit(1, 0.2, 0))
    expect(await check(picture, fragile)).toMatchObject({
      answer: 'green',
      runs: 4,
      writing: { kind: 'none' },
    })
  })
})
