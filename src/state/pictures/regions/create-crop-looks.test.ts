import { expect, it } from 'vitest'
import type { Milliseconds } from '../../../core/brands'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, noTrials, unitVector } from '../../../testing/fakes/fake-engine'
import { createCropLooks } from './create-crop-looks'

/** Green stands at the left, red at the right, and in the middle a little of both. */
const VIEWS = [unitVector(0, 1, 0), unitVector(0.7, 0.7, 0), unitVector(1, 0, 0)]

const setup = async (
  answer: (tensors: readonly Float32Array[]) => Outcome<readonly PictureEncoding[]> = (tensors) =>
    done(
      tensors.map(([i = 0]) => ({ kind: 'embedding', embedding: VIEWS[i] ?? unitVector(1, 1, 1) }) as const),
    ),
) => {
  const app = setupApp()
  app.actions.addTags('red, green')
  const model = await app.load()
  app.addPictures('wide.png')
  await app.settle()
  app.engine.pictures[0]?.answer(done(encodedPicture('model-a')))
  for (let i = 0; i < app.engine.prompts.length; i += 1) await app.answerPrompts(i)
  await app.settle()
  const looks = createCropLooks({
    engine: {
      ...app.engine,
      trials: {
        ...noTrials,
        prepare: (_picture, _name, { recipe }) => {
          const [tensor = new Float32Array(), ...more] = VIEWS.map((_view, i) => Float32Array.of(i))
          return Promise.resolve(
            done({
              ...{
                width: 448,
                height: 224,
                reducedBy: 1,
                isShowable: true,
                photographic: false,
                noisy: false,
              },
              ...{ thumbnail: new Blob(), frame: { left: 0, top: 0, width: 1, height: 1 }, tensor },
              ...(recipe.extent === 'whole' && { more }),
              time: 1 as Milliseconds,
            }),
          )
        },
      },
      embedPrepared: (tensors) => Promise.resolve(answer(tensors)),
    },
    selectors: app.selectors,
  })
  const [picture] = app.state().pictures
  if (!picture) throw new Error('no picture')
  return { ...app, model, looks, picture }
}

it('all of a long picture is told by its mean, and where each tag is best seen', async () => {
  const { looks, picture, state } = await setup()
  looks.look(picture)
  await expect.poll(() => looks.store.getState().kind).toBe('seen')
  const phase = looks.store.getState()
  if (phase.kind !== 'seen') throw new Error(phase.kind)
  const answers = looks.answers(state(), phase.seen)
  const best = new Map(answers.map(({ label, best: crop, frame }) => [label.tag, [crop, frame.left]]))
  expect(best.get('red')).toEqual([2, 0.5])
  expect(best.get('green')).toEqual([0, 0])
  const [red, green] = ['red', 'green'].map((tag) => answers.find(({ label }) => label.tag === tag))
  expect(red?.label.probability).toBeCloseTo(green?.label.probability ?? Number.NaN)
  expect(red?.bestLabel.probability).toBeGreaterThan(red?.label.probability ?? Infinity)
})

it('a tag is best seen where its share is largest, not where others are likelier still', async () => {
  const views = [unitVector(0.7, 0.714, 0), unitVector(0.6, -0.8, 0), unitVector(0, 1, 0)]
  const { looks, picture, state } = await setup((tensors) =>
    done(
      tensors.map(([i = 0]) => ({ kind: 'embedding', embedding: views[i] ?? unitVector(1, 1, 1) }) as const),
    ),
  )
  looks.look(picture)
  await expect.poll(() => looks.store.getState().kind).toBe('seen')
  const phase = looks.store.getState()
  if (phase.kind !== 'seen') throw new Error(phase.kind)
  const red = looks.answers(state(), phase.seen).find(({ label }) => label.tag === 'red')
  expect([red?.best, red?.bestLabel.probability]).toEqual([1, expect.closeTo(1)])
})

it('what went wrong is told, and forgotten at another try', async () => {
  const error = { code: 'OUT_OF_MEMORY', doing: 'encoding pictures' } as const
  const { looks, picture } = await setup(() => failed(error))
  looks.look(picture)
  await expect.poll(() => looks.store.getState()).toEqual({ kind: 'failed', id: picture.id, error })
  looks.look(picture)
  expect(looks.store.getState().kind).toBe('looking')
  looks.stop()
  expect(looks.store.getState().kind).toBe('none')
})
