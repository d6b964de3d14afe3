import { describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../../core/brands'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { CELLS } from '../../../core/question/regions/regions'
import type { PreparedPicture } from '../../../protocol/pixel-api'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, noTrials, unitVector } from '../../../testing/fakes/fake-engine'
import { createRegions } from './create-regions'

const SIDE = 12
const THING = { x: 10, y: 1 }

/** A white square with one dark pixel, which is all that there is to see. */
const prepared: PreparedPicture = {
  ...{ width: 40, height: 30, reducedBy: 1, isShowable: true, photographic: false, noisy: false },
  ...{
    thumbnail: new Blob(),
    frame: { left: 0.125, top: 0, width: 0.75, height: 1 },
    time: 1 as Milliseconds,
  },
  tensor: Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) =>
    i % (SIDE * SIDE) === THING.y * SIDE + THING.x ? -1 : 1,
  ),
}

/** Sees the dark pixel or not: `red` where it does, `green` where it does not. */
const encode = (tensor: Float32Array): PictureEncoding => ({
  kind: 'embedding',
  embedding: tensor.includes(-1) ? unitVector(1, 0, 0) : unitVector(0, 1, 0),
})

/** The app with a picture that is ranked by `red` and `green`, over an engine that sees regions so. */
const setup = async (
  answer: (
    tensors: readonly Float32Array[],
    signal: AbortSignal,
  ) => Outcome<readonly PictureEncoding[]> | Promise<Outcome<readonly PictureEncoding[]>> = (tensors) =>
    done(tensors.map(encode)),
) => {
  const app = setupApp()
  app.actions.addTags('red, green')
  const model = await app.load()
  app.addPictures('a.png')
  await app.settle()
  app.engine.pictures[0]?.answer(done(encodedPicture('model-a')))
  for (let i = 0; i < app.engine.prompts.length; i += 1) await app.answerPrompts(i)
  await app.settle()
  const square = {
    ...model,
    recipe: { ...model.recipe, fit: { kind: 'squash', width: SIDE, height: SIDE } as const },
  }
  let asked = 0
  const regions = createRegions({
    engine: {
      ...app.engine,
      model: () => square,
      trials: { ...noTrials, prepare: () => Promise.resolve(done(prepared)) },
      embedPrepared: async (tensors, signal) => {
        asked += tensors.length
        return answer(tensors, signal)
      },
    },
    selectors: app.selectors,
  })
  const [picture] = app.state().pictures
  if (!picture) throw new Error('no picture')
  const idOf = (text: string) => app.state().tags.find((tag) => tag.text === text)?.id ?? ''
  return { ...app, regions, picture, idOf, asked: () => asked }
}

describe('what an answer hangs on', () => {
  it('is the place of the thing, for its tag, and for no other', async () => {
    const { regions, picture, state, idOf } = await setup()
    regions.look(picture)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    const phase = regions.store.getState()
    if (phase.kind !== 'seen') throw new Error(phase.kind)
    expect(phase.seen.frame).toEqual(prepared.frame)
    const red = regions.heat(state(), phase.seen, idOf('red'))
    // The pixel lies in the sixth column and the first row.
    expect(red?.indexOf(Math.max(...red))).toBe(CELLS - 1)
    const green = regions.heat(state(), phase.seen, idOf('green'))
    expect(green?.indexOf(Math.min(...green))).toBe(CELLS - 1)
    expect(regions.heat(state(), phase.seen, 'a tag that is gone')).toBeNull()
  })

  it('is looked at once, and again for another model only', async () => {
    const { regions, picture, asked } = await setup()
    regions.look(picture)
    regions.look(picture)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    const once = asked()
    regions.look(picture)
    expect([regions.store.getState().kind, asked()]).toEqual(['seen', once])
  })

  it('is given up when it is no longer wanted', async () => {
    const { regions, picture, settle, asked } = await setup(
      (_tensors, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve(cancelled)
          })
        }),
    )
    regions.look(picture)
    await expect.poll(asked).toBe(4)
    regions.stop()
    await settle()
    expect([regions.store.getState(), asked()]).toEqual([{ kind: 'none' }, 4])
  })

  it('says why it is not known', async () => {
    const error = { code: 'OUT_OF_MEMORY', doing: 'encoding pictures' } as const
    const { regions, picture } = await setup(() => failed(error))
    regions.look(picture)
    await expect.poll(() => regions.store.getState()).toEqual({ kind: 'failed', id: picture.id, error })
  })
})
