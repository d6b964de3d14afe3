import { expect, it } from 'vitest'
import { done } from '../../../core/errors/outcome'
import { archivePath } from '../../../core/incoming/entry-paths'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { createWords } from '../../../words/create-words'
import { encodedPicture } from '../../../testing/fakes/fake-engine'

/** The app after it has taken in an archive with files of these names. */
const openArchive = async (...names: string[]) => {
  const app = setupApp()
  const entry = (name: string) => ({
    ...archivePath(name),
    size: 1,
    encrypted: false,
    read: () => Promise.resolve(new Blob(['x'])),
  })
  app.archives.set('trip.zip', names.map(entry))
  await app.actions.takeFiles([new File([], 'trip.zip')], 'pictures')
  const { pictures, leftOut, notices } = app.state()
  return { pictures: pictures.map(({ name }) => name), leftOut, notices: notices.length }
}

it('takes the pictures of an archive whose paths begin with a dot', async () => {
  const { pictures } = await openArchive('./b.jpg', './cat/a.jpg')
  expect(pictures).toEqual(['b.jpg', 'cat/a.jpg'])
})

it('leaves out what leads out of an archive, and nothing else', async () => {
  const { pictures, leftOut } = await openArchive('a.jpg', '../../evil.jpg')
  expect(pictures).toEqual(['a.jpg'])
  expect(leftOut).toEqual([{ path: '../../evil.jpg', why: 'leads-out' }])
})

it('names files of its own that are not opened beside others, and takes the pictures', async () => {
  const { actions, archives, state } = setupApp()
  const entry = (path: string) => ({
    ...{ path, leadsOut: false, size: 1, encrypted: false },
    read: () => Promise.resolve(null),
  })
  const classifier = ['manifest.json', 'labels.json', 'head.f32'].map(entry)
  for (const name of ['a.taglens', 'b.zip']) archives.set(name, classifier)
  archives.set('p.taglens', [entry('project.json')])
  const said = () => state().notices.map(({ text }) => text(createWords().now()))
  const take = (...names: string[]) =>
    actions.takeFiles(
      names.map((name) => new File([], name)),
      'pictures',
    )
  await take('1.jpg', 'a.taglens', 'b.zip')
  expect(said()).toEqual(['Not opened: a.taglens, b.zip. Drop one by itself.'])
  expect(state().leftOut).toEqual([
    { path: 'a.taglens', why: 'own' },
    { path: 'b.zip', why: 'own' },
  ])
  await take('2.jpg', 'p.taglens', 'notes.pdf')
  expect(said()).toContain('Not opened: p.taglens. Drop one by itself. 1 other file left out.')
  expect(state().pictures.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg'])
})

it('says so where an archive has no pictures, or only files of the system', async () => {
  expect(await openArchive()).toMatchObject({ pictures: [], leftOut: [], notices: 1 })
  expect(await openArchive('__MACOSX/._a.jpg')).toMatchObject({
    pictures: [],
    leftOut: [{ path: '__MACOSX/._a.jpg', why: 'system' }],
    notices: 1,
  })
})

it('orders pictures by their names once a folder is among what was dropped', async () => {
  const { actions, state } = setupApp()
  const inFolder = (path: string) =>
    Object.defineProperty(new File([], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path })
  const files = [inFolder('b/2.jpg'), inFolder('b/10.jpg'), new File([], 'c.jpg'), inFolder('a/1.jpg')]
  await actions.takeFiles(files, 'pictures')
  expect(state().pictures.map(({ name }) => name)).toEqual(['a/1.jpg', 'b/2.jpg', 'b/10.jpg', 'c.jpg'])
})

it('says of all pictures that are the same as others in one notice, as they come and go', async () => {
  const { actions, addPictures, engine, load, settle, state } = setupApp()
  await load()
  for (const [i, name] of ['a', 'b', 'c'].entries()) {
    addPictures(name)
    await settle()
    engine.pictures[i]?.answer(done(encodedPicture('model-a')))
    await settle()
  }
  const said = () => state().notices.map(({ text }) => text(createWords().now()))
  await expect.poll(said).toEqual(['2 pictures are the same as others.'])
  // What has left the list is spoken of no longer, nor is what is shown side by side.
  actions.removePictures([state().pictures[2]?.id ?? ''])
  expect(said()).toContain('1 picture is the same as another.')
  actions.undo()
  actions.removePictures(
    state()
      .pictures.slice(1)
      .map(({ id }) => id),
  )
  expect(said().join()).not.toContain('the same')
})

it('takes pictures that are the same as others off the list where the person likes', async () => {
  const { addPictures, engine, load, settle, state } = setupApp()
  await load()
  addPictures('a', 'b')
  await settle()
  for (const job of engine.pictures) job.answer(done(encodedPicture('model-a')))
  await expect.poll(() => state().notices).toHaveLength(1)
  state().notices[0]?.action?.run?.()
  expect(state().pictures.map(({ name }) => name)).toEqual(['a'])
})

it('takes a large folder in as it is found, as one step, and counts what is none', async () => {
  const { actions, state } = setupApp()
  const inFolder = (name: string) =>
    Object.defineProperty(new File([name], name), 'webkitRelativePath', { value: `trip/${name}` })
  async function* later() {
    await Promise.resolve()
    yield [inFolder('3.jpg'), inFolder('notes.pdf')]
    yield [inFolder('4.jpg')]
  }
  const files = Object.assign([inFolder('1.jpg'), inFolder('2.jpg')], { later: later() })
  await actions.takeFiles(files, 'pictures')
  expect(state().pictures.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg'])
  expect(state().leftOut.map(({ path }) => path)).toEqual(['notes.pdf'])
  expect(state().history.past.map(({ label }) => label)).toEqual([{ kind: 'add-pictures', count: 4 }])
  actions.undo()
  expect(state().pictures).toEqual([])
})

it('ends the search where it is stopped, and keeps what has come', async () => {
  const { actions, state } = setupApp()
  let ended = false
  async function* later() {
    try {
      for (let i = 2; ; i += 1) {
        await Promise.resolve()
        yield [new File([], `${i}.jpg`)]
        if (i === 4) state().notices[0]?.action?.run?.()
      }
    } finally {
      ended = true
    }
  }
  await actions.takeFiles(Object.assign([new File([], '1.jpg')], { later: later() }), 'pictures')
  expect(ended).toBe(true)
  expect(state().pictures.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg'])
  expect(state().notices).toEqual([])
})

it('lands a large folder that was chosen some at a time, in the order of names, as one step', async () => {
  const { actions, state, app } = setupApp()
  const count = 1400
  const files = Array.from({ length: count }, (_, i) =>
    Object.defineProperty(new File([], `${(i * 13) % count}.png`), 'webkitRelativePath', {
      value: `trip/${(i * 13) % count}.png`,
    }),
  )
  const lengths = [0]
  app.store.subscribe(({ pictures }) => {
    if (pictures.length !== lengths.at(-1)) lengths.push(pictures.length)
  })
  await actions.takeFiles(files, 'pictures')
  expect(state().pictures.map(({ name }) => name)).toEqual(
    Array.from({ length: count }, (_, i) => `${i}.png`),
  )
  expect(lengths[1]).toBeLessThan(100)
  expect(Math.max(...lengths.slice(1).map((length, i) => length - (lengths[i] ?? 0)))).toBe(500)
  expect(state().history.past.map(({ label }) => label)).toEqual([{ kind: 'add-pictures', count }])
  actions.undo()
  expect(state().pictures).toEqual([])
})

it('tells of a search that takes a moment, and ends it where it is stopped', async () => {
  const { actions, state } = setupApp()
  const said = () => state().notices.map(({ text }) => text(createWords().now()))
  const finding = await actions.startFinding()
  expect(said()).toEqual([])
  await expect.poll(said).toEqual(['Looking through the folder…'])
  finding.found(2340)
  expect(said()).toEqual(['2,340 found…'])
  state().notices[0]?.action?.run?.()
  expect(await finding.stopped).toBeNull()
  finding.end()
  expect([finding.isStopped(), said()]).toEqual([true, []])
})
