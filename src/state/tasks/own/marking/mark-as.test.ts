import { expect, it } from 'vitest'
import { done } from '../../../../core/errors/outcome'
import { setupApp } from '../../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../../testing/fakes/fake-engine'
import { createWords } from '../../../../words/create-words'

const inFolder = (path: string) =>
  Object.defineProperty(new File([path], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path })

/** A folder of two folders, taken in, and what answers the notice that asks. */
const setup = async () => {
  const app = setupApp()
  app.actions.replaceTags(['car', 'truck'])
  await app.load()
  await app.answerPrompts()
  await app.actions.takeFiles(
    ['parts/ok/1.png', 'parts/ok/2.png', 'parts/not ok/1.png'].map(inFolder),
    'pictures',
  )
  const words = createWords().now()
  const read = async () => {
    for (let i = 0; i < 3; i += 1) {
      await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
      const vector = unitVector(1, i, 0.2)
      app.engine.pictures[i]?.answer(
        done({ ...encodedPicture('model-a', vector), sha256: String(i).repeat(64) }),
      )
      await app.settle()
    }
  }
  const agree = () => {
    const notice = app.state().notices.find(({ action }) => action?.label(words) === 'Mark them so')
    if (notice?.action && 'run' in notice.action) notice.action.run()
    app.actions.dismissNotice(notice?.id ?? '')
  }
  const said = () => {
    const { marks, tags } = app.state()
    const textOf = new Map(tags.map(({ id, text }) => [id, text]))
    return marks.map(({ name, yes }) => `${name}: ${yes.map((id) => textOf.get(id)).join(', ')}`).sort()
  }
  return { ...app, read, agree, said, notices: () => app.state().notices.map(({ text }) => text(words)) }
}

const IN_FOLDERS = ['not ok/1.png: not ok', 'ok/1.png: ok', 'ok/2.png: ok']

it('folders become tags and examples once the person agrees and all has been read, as one step', async () => {
  const { read, agree, said, notices, state, actions } = await setup()
  expect(notices()).toEqual(['These pictures came in 2 folders: not ok, ok. Is that what they show?'])
  agree()
  expect(said()).toEqual([])
  await read()
  await expect.poll(said).toEqual(IN_FOLDERS)
  expect(
    state()
      .tags.map(({ text }) => text)
      .sort(),
  ).toEqual(['not ok', 'ok'])
  actions.undo()
  expect(said()).toEqual([])
  expect(state().tags.map(({ text }) => text)).toEqual(['car', 'truck'])
})

it('the question goes with the pictures that it is about', async () => {
  const { notices, actions } = await setup()
  expect(notices()).toHaveLength(1)
  actions.undo()
  expect(notices()).toEqual(['Undone: add 3 pictures'])
})

it('a table says of pictures on the list what they are, several labels too; another table is a list of tags', async () => {
  const { read, agree, said, state, actions } = await setup()
  await read()
  actions.dismissNotice(state().notices[0]?.id ?? '')
  const table = new File(['file,label\nok/1.png,fine,red\n2.png,fine\n'], 'labels.csv')
  const taken = await actions.takeFiles([table], 'pictures')
  expect(taken.lists).toEqual([])
  agree()
  await expect.poll(said).toEqual(['ok/1.png: fine, red', 'ok/2.png: fine'])
  expect(state().settings.rules.mode).toBe('multi')
  const tags = await actions.takeFiles([new File(['bus,tram'], 'tags.csv')], 'pictures')
  expect(tags.lists).toHaveLength(1)
})

it('the decisions that go with a removed tag are told of, and come back with it', async () => {
  const { read, agree, said, notices, state, actions } = await setup()
  agree()
  await read()
  await expect.poll(said).toEqual(IN_FOLDERS)
  actions.removeTag(state().tags.find(({ text }) => text === 'ok')?.id ?? '')
  expect(notices()).toContain('2 decisions went with the tag.')
  const notice = state().notices.at(-1)
  if (notice?.action && 'run' in notice.action) notice.action.run()
  expect(said()).toEqual(IN_FOLDERS)
})
