import { describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../../core/brands'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { CELLS } from '../../../core/question/regions/regions'
import type { PreparedPicture } from '../../../protocol/pixel-api'
import type { SeenPlaces } from '../../../protocol/seen-places'
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
  places: SeenPlaces = {
    kind: 'refused',
    refusal: { code: 'NO_PLACES', detail: 'neither pool nor attention' },
  },
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
    recipe: { ...model.recipe, fit: { kind: 'crop', resizeTo: SIDE, width: SIDE, height: SIDE } as const },
  }
  let asked = 0
  let closed = 0
  const regions = createRegions({
    engine: {
      ...app.engine,
      model: () => square,
      trials: {
        ...noTrials,
        // Of all of it two crops, the second of which has nothing to see.
        prepare: (_file, _name, { recipe }) =>
          Promise.resolve(
            done(
              recipe.extent === 'whole'
                ? { ...prepared, width: 45, height: 30, more: [new Float32Array(3 * SIDE * SIDE)] }
                : prepared,
            ),
          ),
      },
      embedPrepared: async (tensors, signal) => {
        asked += tensors.length
        return answer(tensors, signal)
      },
      seePlaces: () => Promise.resolve(done(places)),
      closePlaces: () => {
        closed += 1
        return Promise.resolve()
      },
    },
    selectors: app.selectors,
  })
  const [picture] = app.state().pictures
  if (!picture) throw new Error('no picture')
  const idOf = (text: string) => app.state().tags.find((tag) => tag.text === text)?.id ?? ''
  return { ...app, regions, picture, idOf, asked: () => asked, closed: () => closed }
}

describe('what an answer hangs on', () => {
  it('is the place of the thing, for its tag, and for no other', async () => {
    const { regions, picture, state, idOf } = await setup()
    regions.look(picture, 'regions', null)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    const phase = regions.store.getState()
    if (phase.kind !== 'seen') throw new Error(phase.kind)
    expect(phase.seen.frame).toEqual(prepared.frame)
    const heats = regions.heats(state(), phase.seen)
    const red = heats.get(idOf('red'))
    // The pixel lies in the sixth column and the first row.
    expect(red?.indexOf(Math.max(...red))).toBe(CELLS - 1)
    const green = heats.get(idOf('green'))
    expect(green?.indexOf(Math.min(...green))).toBe(CELLS - 1)
    expect(heats.has('a tag that is gone')).toBe(false)
    // Who draws it and who lists the tags ask for the same.
    expect(regions.heats(state(), phase.seen)).toBe(heats)
  })

  it('is looked at once, and again for another model only', async () => {
    const { regions, picture, asked } = await setup()
    regions.look(picture, 'regions', null)
    regions.look(picture, 'regions', null)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    const once = asked()
    regions.look(picture, 'regions', null)
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
    regions.look(picture, 'regions', null)
    await expect.poll(asked).toBe(4)
    regions.stop()
    await settle()
    expect([regions.store.getState(), asked()]).toEqual([{ kind: 'none' }, 4])
  })

  it('is looked into in the crop that is asked for, once each, where the crop lies', async () => {
    const { regions, picture, asked } = await setup()
    const seenOf = async (crop: number | null) => {
      regions.look(picture, 'regions', crop)
      await expect.poll(() => regions.store.getState().kind).toBe('seen')
      const phase = regions.store.getState()
      if (phase.kind !== 'seen') throw new Error(phase.kind)
      return phase.seen
    }
    const middle = await seenOf(null)
    const last = await seenOf(1)
    expect([middle.crop, middle.frame]).toEqual([null, prepared.frame])
    expect([last.crop, last.frame]).toEqual([1, { left: 1 / 3, top: 0, width: 2 / 3, height: 1 }])
    expect(asked()).toBe(100)
    expect(await seenOf(null)).toBe(middle)
    expect(await seenOf(1)).toBe(last)
    expect(asked()).toBe(100)
    regions.look(picture, 'regions', 7)
    await expect.poll(() => regions.store.getState().kind).toBe('failed')
  })

  it('says why it is not known', async () => {
    const error = { code: 'OUT_OF_MEMORY', doing: 'encoding pictures' } as const
    const { regions, picture } = await setup(() => failed(error))
    regions.look(picture, 'regions', null)
    await expect.poll(() => regions.store.getState()).toEqual({ kind: 'failed', id: picture.id, error })
  })

  it('is told at a glance where the model gives vectors of places, each as much as it is more than the rest', async () => {
    const [red, green] = [encode(prepared.tensor), encode(new Float32Array(1))]
    const { regions, picture, state, idOf, asked } = await setup(undefined, {
      ...{ kind: 'seen', sense: 'there', grid: { columns: 2, rows: 2 } },
      // Red stands at the right above, in the mirror at the left.
      pictures: [
        [green, red, green, green],
        [red, green, green, green],
      ],
    })
    regions.look(picture, 'auto', null)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    const phase = regions.store.getState()
    if (phase.kind !== 'seen') throw new Error(phase.kind)
    expect(phase.seen).toMatchObject({ method: 'dense', grid: { columns: 2, rows: 2 }, refusal: null })
    const heats = regions.heats(state(), phase.seen)
    const [ofRed = [], ofGreen = []] = ['red', 'green'].map((tag) => [...(heats.get(idOf(tag)) ?? [])])
    expect(ofRed.indexOf(Math.max(...ofRed))).toBe(1)
    expect(ofGreen.indexOf(Math.min(...ofGreen))).toBe(1)
    const all = [...heats.values()].reduce((sum, heat) => sum + (heat[1] ?? 0), 0)
    expect(all).toBeCloseTo(0)
    expect(asked()).toBe(0)
  })

  it('is found by covering where the model gives none, with the reason', async () => {
    const { regions, picture, asked } = await setup()
    regions.look(picture, 'auto', null)
    await expect.poll(() => regions.store.getState().kind).toBe('seen')
    expect(regions.store.getState()).toMatchObject({
      seen: { method: 'regions', by: 'auto', refusal: { code: 'NO_PLACES' } },
    })
    expect(asked()).toBe(50)
  })

  it('gives back the model’s memory once no view of it is left', async () => {
    const { regions, settle, closed } = await setup()
    const [bar, light] = [regions.hold(), regions.hold()]
    bar()
    await settle()
    expect(closed()).toBe(0)
    light()
    const next = regions.hold()
    await settle()
    expect(closed()).toBe(0)
    next()
    next()
    await settle()
    expect(closed()).toBe(1)
  })
})
