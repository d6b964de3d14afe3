import { expect, it } from 'vitest'
import { done, failed } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture } from '../../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../../testing/loaded-model'
import { createWords } from '../../../words/create-words'
import { createPictureTally, queueEnd, queueProgress, tallyParts } from './queue-progress'

const words = createWords().now()

it('says what is done, how fast and how long still', () => {
  expect(queueProgress(words, { kind: 'running', done: 61, total: 128, startedAt: 1000 }, 6350)).toEqual({
    what: 'Encoding 61 of 128',
    details: ['11 pictures/s', '6 s left'],
    share: 61 / 128,
  })
})

it('keeps silent about the rate until there is one', () => {
  expect(queueProgress(words, { kind: 'running', done: 0, total: 10, startedAt: 0 }, 9000)?.details).toEqual(
    [],
  )
  expect(queueProgress(words, { kind: 'running', done: 1, total: 10, startedAt: 0 }, 10)?.details).toEqual([])
})

it('holds still while paused', () => {
  expect(queueProgress(words, { kind: 'paused', done: 3, total: 10 }, 9000)).toEqual({
    what: 'Paused at 3 of 10',
    details: [],
    share: 0.3,
  })
})

it('has nothing to say of an idle queue', () => {
  expect(queueProgress(words, { kind: 'idle' }, 0)).toBeNull()
})

it('ends with the number of pictures, of which some were encoded by two models', async () => {
  const { addPictures, engine, load, settle, state } = setupApp()
  const said = () => queueEnd(words, createPictureTally()(state().pictures), 0, false, true)
  await load()
  addPictures('a', 'b', 'c')
  engine.pictures[0]?.answer(done(encodedPicture('model-a')))
  await settle()
  await load(createLoadedModel({ key: 'model-b' }))
  for (const { answer } of engine.pictures.slice(1)) answer(done(encodedPicture('model-b')))
  await settle()
  for (const { answer } of engine.pictures.slice(1)) answer(done(encodedPicture('model-b')))
  await settle()
  expect(state().queue).toEqual({ kind: 'idle' })
  expect(said()).toBe('All 3 pictures encoded')

  addPictures('broken')
  engine.pictures.at(-1)?.answer(failed({ code: 'IMAGE_DECODE_FAILED', name: 'broken', format: 'PNG' }))
  await settle()
  expect(said()).toBe('3 pictures ranked, 1 failed')
})

it('counts no picture as ranked that the model is not made for, nor speaks of all', () => {
  expect(queueEnd(words, { ready: 20, waiting: 0, failed: 0, elsewhere: 0 }, 17, false, true)).toBe(
    '3 pictures ranked, 17 photographs without an answer',
  )
})

it('counts no picture as failed whose file is not on this device', () => {
  const tally = { ready: 1, waiting: 0, failed: 0, elsewhere: 2 }
  expect(queueEnd(words, tally, 0, false, true)).toBe('1 picture ranked, 2 not on this device')
})

it('calls pictures encoded, not ranked, where there is nothing to rank them by', () => {
  const tally = { ready: 43, waiting: 0, failed: 1, elsewhere: 0 }
  expect(tallyParts(words, tally, 0, false, false)).toEqual(['43 pictures encoded', '1 failed'])
  expect(tallyParts(words, tally, 0, false, true)).toEqual(['43 pictures ranked', '1 failed'])
})
