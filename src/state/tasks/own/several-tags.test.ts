import { expect, it } from 'vitest'
import { done } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'

it('judges a tag of several only once a picture is it and another is not', async () => {
  const app = setupApp()
  app.actions.replaceTags(['one', 'two'])
  app.actions.setRules({ mode: 'multi' })
  await app.load()
  await app.answerPrompts()
  const ids = app.addPictures('a', 'b', 'c')
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const sha256 = String(i).repeat(64)
    app.engine.pictures[i]?.answer(done({ ...encodedPicture('model-a', unitVector(1 - i, i, 0.2)), sha256 }))
    await app.settle()
  }
  const marks = await app.actions.marking.load()
  marks.learn()
  const [one = '', two = ''] = app.state().tags.map(({ id }) => id)
  const say = (picture: number, tagId: string, says: 'yes' | 'no') => {
    marks.mark([ids[picture] ?? ''], tagId, says)
  }
  const judged = () =>
    app
      .state()
      .pictures.map((picture) => app.selectors.labels(app.state(), picture).map(({ tagId }) => tagId))
  say(0, one, 'yes')
  say(1, one, 'no')
  say(2, two, 'yes')
  await expect.poll(() => app.state().own?.progress).toBeNull()
  expect(judged()).toEqual([[one], [one], [one]])
  say(0, two, 'no')
  await expect.poll(() => app.state().own?.learnedIds).toEqual([one, two])
})
