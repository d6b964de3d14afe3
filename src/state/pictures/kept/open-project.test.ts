import { expect, it } from 'vitest'
import { done, failed } from '../../../core/errors/outcome'
import type { KeptPicture, OpenedSet } from '../../../protocol/desk-api'
import type { ImportedProject } from '../../../protocol/project-api'
import { createWords } from '../../../words/create-words'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../../testing/loaded-model'
import { encodedPicture } from '../../../testing/fakes/fake-engine'
import { createFakeDesk } from '../../../testing/fakes/fake-desk'
import { createInitialState } from '../../initial-state'

const words = createWords().now()

const { template, temperature, rules } = createInitialState(null).settings

const project: ImportedProject = {
  scoring: { template, temperature, rules },
  ...{
    learns: false,
    tags: [{ text: 'boat', hue: 1, threshold: null, picture: null }],
    marks: [],
    differing: [],
    models: ['owner/theirs@1'],
    pictures: 3,
  },
}

const { sha256, width, height, isShowable, photographic, thumbnail } = encodedPicture('theirs')
const facts = { sha256, width, height, isShowable, photographic, thumbnail }

const away = (id: string): KeptPicture => ({
  ...{ id, name: `${id}.png`, file: new Blob(), facts, absent: { size: 1, modified: null } },
})

const part = (ids: readonly string[], next: number | null): OpenedSet => ({
  ...{ pictures: ids.map(away), tags: [], missing: [], gone: [], changed: [], next },
})

/** A page with nothing on it, over a desk to which one project can come, in two parts. */
const setup = () => {
  const fake = createFakeDesk()
  const known = new Map<string, readonly string[]>()
  const desk: typeof fake.desk = {
    ...fake.desk,
    hold: (id) => Promise.resolve(done(known.get(id) ?? [])),
    importProject: (id) => {
      known.set(id, ['a', 'b', 'c'])
      return Promise.resolve(done(project))
    },
    open: async (id, from) => {
      if (!known.has(id)) return done(part([], null))
      if (from === 0) return done(part(['a', 'b'], 2))
      await new Promise((resolve) => setTimeout(resolve, 400))
      return done(part(['c'], null))
    },
  }
  const app = setupApp(null, undefined, undefined, undefined, () => Promise.resolve({ ...fake, desk }))
  app.archives.set('trip.taglens', [])
  const open = async () => {
    const { openProject } = await app.actions.keptPictures.load()
    await openProject(new File([], 'trip.taglens'))
  }
  return { ...app, ...fake, open, names: () => app.state().pictures.map(({ name }) => name) }
}

it('is there on the next page where nothing was on the list before, whole', async () => {
  const { open, names, written, changes, addPictures, tab, state } = setup()
  expect(state().settings.welcomed).toBe(false)
  await open()
  expect(names()).toEqual(['a.png', 'b.png', 'c.png'])
  // What the next page reads before it looks for a list.
  await expect.poll(() => written.at(-1)?.welcomed).toBe(true)
  expect(tab.read()).not.toBeNull()
  addPictures('mine.png')
  await expect.poll(() => changes.flatMap(({ added }) => added.map(({ name }) => name))).toContain('mine.png')
  expect(changes.flatMap(({ removed }) => removed)).toEqual([])
})

it('is opened under the name that a mail program gives it, and said to be cut off where it is', async () => {
  const { actions, archives, names, state } = setup()
  const [path, read] = ['project.json', () => Promise.resolve(new Blob())]
  archives.set('trip.zip', [{ path, size: 0, encrypted: false, leadsOut: false, read }])
  await actions.takeFiles([new File([], 'trip.zip')], 'pictures')
  expect(names()).toEqual(['a.png', 'b.png', 'c.png'])
  await actions.takeFiles([new File(['PK, and no more'], 'half.taglens')], 'pictures')
  const said = state().notices.map(({ text }) => text(words))
  expect(said.join('|')).toContain('half.taglens is no ZIP file, or not a whole one.')
})

it('keeps what is known of pictures that another model has seen, and has them answered as soon as that one is there', async () => {
  const { open, engine, load, state, settle } = setup()
  await load(createLoadedModel({ key: 'another' }))
  await open()
  for (const { answer } of engine.pictures)
    answer(failed({ code: 'IMAGE_DECODE_FAILED', name: '', format: 'empty' }))
  await settle()
  const [picture] = state().pictures
  expect(picture?.phase).toEqual({
    kind: 'failed',
    error: { code: 'IMAGE_ELSEWHERE' },
    facts: away('a').facts,
  })

  const asked = engine.pictures.length
  await load(createLoadedModel({ key: 'theirs' }))
  const again = engine.pictures.slice(asked)
  expect(again.map(({ request }) => request)).toEqual(['a.png', 'b.png', 'c.png'])
  for (const { answer } of again) answer(done(encodedPicture('theirs')))
  await settle()
  expect(state().pictures.map(({ phase }) => phase.kind)).toEqual(['ready', 'ready', 'ready'])
})

it('offers no redo on the list before, which the project was never opened over', async () => {
  const { open, addPictures, tab, state, names } = setup()
  addPictures('mine.png')
  await expect.poll(() => tab.read()).not.toBeNull()
  const before = tab.read()
  const labels = () => state().notices.map(({ action }) => action?.label(words))
  await open()
  expect(names()).not.toContain('mine.png')
  const back = state().notices.find(({ action }) => action?.label(words) === 'Back to the list before')
  if (back?.action && 'run' in back.action) back.action.run()
  await expect.poll(() => tab.read()).toBe(before)
  await expect.poll(() => state().history.past.map(({ label }) => label.kind)).toEqual(['add-pictures'])
  expect(labels()).not.toContain('Redo')
})

it('says how many pictures are not on this device as long as there are some', async () => {
  const { open, actions, state } = setup()
  await open()
  const said = () =>
    state()
      .notices.map(({ text }) => text(words))
      .filter((text) => text.includes('on this device'))
  expect(said()).toEqual(['3 pictures are not on this device. Add their folder, and they are found.'])
  actions.removePictures(['a'])
  await expect
    .poll(said)
    .toEqual(['2 pictures are not on this device. Add their folder, and they are found.'])
  actions.removePictures(['b', 'c'])
  await expect.poll(said).toEqual([])
})

it('says which model it was made with until that one answers', async () => {
  const { open, load, state } = setup()
  await open()
  const said = () =>
    state()
      .notices.map(({ text }) => text(words))
      .filter((text) => text.includes('owner/theirs'))
  expect(said()).toEqual([
    'trip.taglens was made with owner/theirs. Load that model to see its answers without the files.',
  ])
  await load(createLoadedModel({ key: 'owner/theirs@1' }))
  expect(said()).toEqual([])
})
