import { expect, it } from 'vitest'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture } from '../../testing/fakes/fake-engine'

/** The app with a picture of which the middle was looked at. */
const setup = async () => {
  const app = setupApp()
  const { key } = await app.load()
  app.addPictures('wide.jpg')
  await app.settle()
  app.engine.pictures[0]?.answer(done(encodedPicture(key)))
  await app.settle()
  return { ...app, key, phase: () => app.state().pictures[0]?.phase }
}

it('pictures are encoded again where all of them is to be looked at, and answers say so from then on', async () => {
  const { actions, state, phase, engine, settle, written, key } = await setup()
  expect(phase()?.kind).toBe('ready')
  actions.setExtent('whole')
  await settle()
  expect(state().model).toMatchObject({ model: { key: `${key}|whole1`, recipe: { extent: 'whole' } } })
  expect(phase()?.kind).toBe('encoding')
  engine.pictures[1]?.answer(done(encodedPicture(`${key}|whole1`)))
  await settle()
  expect(phase()).toMatchObject({ kind: 'ready', encoded: { modelKey: `${key}|whole1` } })
  expect(written.at(-1)?.extent).toBe('whole')
})

it('what was on its way for the middle is not taken for all of a picture', async () => {
  const { actions, phase, engine, settle, key } = await setup()
  actions.setExtent('whole')
  await settle()
  engine.pictures[1]?.answer(done(encodedPicture(key)))
  await settle()
  expect(phase()?.kind).toBe('encoding')
  expect(engine.pictures).toHaveLength(3)
})
