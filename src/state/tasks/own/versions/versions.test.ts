import { expect, it } from 'vitest'
import { done } from '../../../../core/errors/outcome'
import { setupApp } from '../../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../../testing/fakes/fake-engine'

/** Twelve pictures of two kinds, each said to be what it is. */
const setup = async () => {
  const app = setupApp()
  app.actions.replaceTags(['one', 'two'])
  await app.load()
  await app.answerPrompts()
  const marks = await app.actions.marking.load()
  marks.learn()
  const ids = app.addPictures(...Array.from({ length: 12 }, (_, i) => `picture ${i}`))
  const tagIds = app.state().tags.map(({ id }) => id)
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const vector = i % 2 === 0 ? unitVector(1, 0.1 * i, 0.2) : unitVector(0.1, 1, 0.1 * i)
    const sha256 = i.toString(16).repeat(64)
    app.engine.pictures[i]?.answer(done({ ...encodedPicture('model-a', vector), sha256 }))
    await app.settle()
  }
  const say = async (from: number, to: number) => {
    for (let i = from; i < to; i += 1) marks.mark([ids[i] ?? ''], tagIds[i % 2] ?? '', 'yes')
    await expect.poll(() => app.state().own?.examples).toBe(to)
    await expect.poll(() => app.state().own?.progress).toBeNull()
  }
  const versions = () => app.state().ownVersions.map(({ why, examples }) => `${why} ${examples}`)
  return { ...app, marks, say, versions, ids, tagIds }
}

it('a version is kept at every tenth example and at each save, and restored as one step', async () => {
  const { say, versions, marks, state, actions, tagIds } = await setup()
  await say(0, 9)
  expect(versions()).toEqual([])
  await say(9, 10)
  expect(versions()).toEqual(['examples 10'])
  const [tenth] = state().ownVersions
  expect(tenth?.share).toBeGreaterThan(0.5)
  await say(10, 12)
  await marks.files.save('python', () => undefined)
  expect(versions()).toEqual(['examples 10', 'saved 12'])

  actions.removeTag(tagIds[1] ?? '')
  marks.restore(tenth?.id ?? '')
  expect(state().marks).toHaveLength(10)
  expect(state().tags.map(({ id }) => id)).toEqual(tagIds)
  actions.undo()
  expect(state().marks).toHaveLength(12)
})

it('a version knows nothing of a picture that is forgotten', async () => {
  const { say, marks, state } = await setup()
  await say(0, 10)
  await marks.forget(['0'.repeat(64)])
  expect(state().ownVersions.map(({ marks: kept }) => kept.length)).toEqual([9])
  await marks.forget('all')
  expect(state().ownVersions).toEqual([])
})
