import { describe, expect, it } from 'vitest'
import { done } from '../../../../core/errors/outcome'
import type { ArchiveEntry } from '../../../../platform/pictures/read-archive'
import { jpegHeader } from '../../../../testing/fakes/fake-classifier'
import { setupApp, source } from '../../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../../../testing/loaded-model'
import { createWords } from '../../../../words/create-words'

/** A page whose archives are read as they were packed. */
const setup = async (isReady = true) => {
  const app = setupApp()
  app.actions.replaceTags(['one', 'two'])
  if (isReady) {
    await app.load()
    await app.answerPrompts()
  }
  const marks = await app.actions.marking.load()
  marks.learn()
  let packed: readonly ArchiveEntry[] = []
  app.engine.models.pack = async (next) => {
    const files = await next()
    packed = files.map(({ path, file }) => ({
      ...{ path, size: file?.size ?? 0, encrypted: false, leadsOut: false },
      read: () => Promise.resolve(file),
    }))
    return done({ pack: new Blob(), unread: [] })
  }
  const words = createWords().now()
  return {
    ...app,
    marks,
    /** Saves the classifier; its entries. */
    saveWhole: async () => {
      await marks.files.save('taglens', () => undefined)
      return packed
    },
    /** The same with what its examples look like and are called; nothing once it is stopped. */
    saveSeen: async (signal = new AbortController().signal) => {
      packed = []
      await marks.files.save('taglens', () => undefined, { signal, onProgress: () => undefined })
      return packed
    },
    /** The entries of its head alone. */
    saveHead: async () => {
      await marks.files.save('head', () => undefined)
      return packed
    },
    /** Opens a file of these entries, dropped on the page. */
    drop: async (entries: readonly ArchiveEntry[]) => {
      app.archives.set('doors.taglens', entries)
      await app.actions.takeFiles([new File([], 'doors.taglens')], 'pictures')
      await app.settle()
    },
    notices: () => app.state().notices.map(({ text }) => text(words)),
  }
}

/** Two examples of two kinds, learned from. */
const taught = async () => {
  const app = await setup()
  const ids = app.addPictures('a', 'b')
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const vector = i === 0 ? unitVector(1, 0, 0.2) : unitVector(0, 1, 0.2)
    const thumbnail = new Blob(['small'])
    const picture = { ...encodedPicture('model-a', vector), sha256: String(i).repeat(64), thumbnail }
    app.engine.pictures[i]?.answer(done(picture))
    await app.settle()
    app.marks.mark([ids[i] ?? ''], app.state().tags[i]?.id ?? '', 'yes')
  }
  await expect.poll(() => app.state().own).not.toBeNull()
  return app
}

describe('a classifier in a file', () => {
  it('learns the same on a page that knows nothing of it, and is one step to take back', async () => {
    const from = await taught()
    const entries = await from.saveWhole()
    const to = await setup()
    to.actions.replaceTags(['another'])
    await to.drop(entries)
    await to.answerPrompts()
    await expect.poll(() => to.state().own?.head.weights).toEqual(from.state().own?.head.weights)
    expect(to.state().tags.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(to.notices()).toContain('Opened with 2 examples.')
    const again = await to.saveWhole()
    const bytesOf = (files: readonly ArchiveEntry[]) =>
      Promise.all(
        files.map(async ({ read }) => (await (await read(new AbortController().signal))?.text()) ?? ''),
      )
    expect(await bytesOf(again)).toEqual(await bytesOf(entries))
    to.actions.undo()
    expect(to.state().tags.map(({ text }) => text)).toEqual(['another'])
    expect(to.state().marks).toEqual([])
  })

  it('takes along what its examples look like and are called where that is wanted, and gives it on', async () => {
    const from = await taught()
    expect(await from.marks.files.weighSmall()).toEqual({ count: 2, bytes: 2 * jpegHeader().length })
    const entries = await from.saveSeen()
    const to = await setup()
    await to.drop(entries)
    await to.answerPrompts()
    await expect.poll(() => to.state().own).not.toBeNull()
    expect(to.state().marks.map(({ name, small }) => name + String(small?.length))).toEqual(['a23', 'b23'])
    const again = (await to.saveSeen()).map(({ path, size }) => [path, size])
    expect(again).toEqual(entries.map(({ path, size }) => [path, size]))
    expect((await to.saveWhole()).map(({ path }) => path).join()).not.toContain('thumbs')
    expect(await to.saveSeen(AbortSignal.abort())).toEqual([])
    // Opened again without them, what is known already stays.
    await to.drop(await from.saveWhole())
    expect(to.state().marks).toMatchObject([{ name: 'a', small: jpegHeader() }, { name: 'b' }])
  })

  it('is whole without a small picture that is damaged', async () => {
    const entries = await (await taught()).saveSeen()
    const { drop, state, notices } = await setup()
    await drop(
      entries.map((entry) =>
        entry.path === `thumbs/${'0'.repeat(64)}.jpg`
          ? { ...entry, read: () => Promise.resolve(null) }
          : entry,
      ),
    )
    expect(state().marks.map(({ small }) => small)).toEqual([undefined, jpegHeader()])
    expect(notices()).toEqual(['Opened with 2 examples.'])
  })

  it('is not opened where it is damaged, and nothing is lost', async () => {
    const { drop, notices, state, saveWhole } = await taught()
    const entries = await saveWhole()
    const before = state()
    // What is said of the next try stands in the place of what was said of this one.
    await drop(entries.filter(({ path }) => path !== 'head.f32'))
    expect(notices()).toEqual(['doors.taglens is no classifier of this app.'])
    await drop(entries.map((entry) => ({ ...entry, read: () => Promise.resolve(null) })))
    expect(notices()).toEqual(['doors.taglens is damaged. Save it again where it was made.'])
    await drop(entries.map((entry) => ({ ...entry, size: 1e9 })))
    expect(notices()).toEqual(['doors.taglens is larger than any classifier that can be opened here.'])
    expect(state().marks).toBe(before.marks)
    expect(state().tags).toBe(before.tags)
  })

  it('waits for the model that is on its way when it is opened as the page begins', async () => {
    const entries = await (await taught()).saveWhole()
    const { actions, drop, notices, engine, settle } = await setup(false)
    void actions.loadModel(source)
    const dropped = drop(entries)
    await settle()
    expect(notices()).toEqual([])
    engine.loads.at(-1)?.answer(done(createLoadedModel()))
    await dropped
    await expect.poll(notices).toEqual(['Opened with 2 examples.'])
  })

  it('gives its examples alone to another model, once the person agrees', async () => {
    const entries = await (await taught()).saveWhole()
    const { load, drop, notices, state } = await setup()
    await load(createLoadedModel({ id: 'another/model', key: 'another' }))
    await drop(entries)
    expect(notices().join()).toContain('doors.taglens was made with')
    expect(state().marks).toEqual([])
    const action = state().notices.at(-1)?.action
    if (action && 'run' in action) action.run()
    expect(state().marks.map(({ encoded }) => encoded)).toEqual([null, null])
  })

  it('answers without examples too where its head alone was saved, and is one step to take back', async () => {
    const from = await taught()
    const entries = await from.saveHead()
    const to = await setup()
    const before = to.state().tags
    const [id = ''] = to.addPictures('c')
    await expect.poll(() => to.engine.pictures).toHaveLength(1)
    const vector = unitVector(1, 0, 0.2)
    to.engine.pictures[0]?.answer(done({ ...encodedPicture('model-a', vector), sha256: 'c'.repeat(64) }))
    await to.settle()
    await to.drop(entries)
    expect(to.state().own?.head.weights).toEqual(from.state().own?.head.weights)
    expect(to.state().own?.report).toBeNull()
    expect(to.notices().join()).toContain(
      'doors.taglens answers until you leave the page. It holds no examples',
    )
    await to.answerPrompts()
    // Examples of two tags begin a classifier that learns.
    to.marks.mark([id], to.state().tags[0]?.id ?? '', 'yes')
    await to.settle()
    expect(to.state().own?.examples).toBe(0)
    to.actions.undo()
    to.actions.undo()
    expect(to.state().tags).toEqual(before)
    expect(to.state().own).toBeNull()
    to.actions.redo()
    expect(to.state().own?.head.weights).toEqual(from.state().own?.head.weights)
  })

  it('says of a tag that is added to a head alone that it is never answered, and keeps the head under new names', async () => {
    const entries = await (await taught()).saveHead()
    const to = await setup()
    await to.drop(entries)
    await to.answerPrompts()
    const head = to.state().own?.head
    expect(head).toBeDefined()
    const [first, second] = to.state().tags
    to.actions.editTag(second?.id ?? '', 'second')
    await to.answerPrompts()
    expect(to.state().own?.head).toBe(head)
    expect(to.notices().join()).not.toContain('has not learned')
    to.actions.addTags('three')
    await to.answerPrompts()
    expect(to.state().own?.head).toBe(head)
    expect(to.notices()).toContain(
      'The classifier from the file has not learned three and never answers so. Give two tags an example each, and one that learns takes its place.',
    )
    const action = to.state().notices.at(-1)?.action
    if (action && 'run' in action) action.run()
    expect(to.state().answersBy).toBe('words')
    to.actions.undo()
    expect(to.state().tags.map(({ text }) => text)).toEqual([first?.text, 'second'])
    expect(to.notices().join()).not.toContain('has not learned')
  })

  it('says of a head alone that is of another model which one it wants, and has no examples to take', async () => {
    const entries = await (await taught()).saveHead()
    const { load, drop, notices, state } = await setup()
    await load(createLoadedModel({ id: 'another/model', key: 'another' }))
    await drop(entries)
    expect(notices().join()).toContain('and holds no examples to read again. Load that model')
    expect(state().notices.at(-1)?.action).toBeNull()
    expect(state().own).toBeNull()
  })

  /** What a run of the model makes of pictures, each vector turned by so much from what another makes. */
  const runOf = (app: Awaited<ReturnType<typeof setup>>, turn: number) => {
    app.engine.embedPrepared = (tensors) =>
      Promise.resolve(
        done(
          tensors.map((_, i) => ({
            kind: 'embedding' as const,
            embedding: unitVector(Math.cos(i + turn), Math.sin(i + turn), 0),
          })),
        ),
      )
  }

  it.each([
    [0, 2, null],
    [0.2, 2, 'differ a little'],
    [0.4, 0, 'differ too much'],
  ])('is believed at another precision as far as probes agree: turned by %f', async (turn, count, told) => {
    const from = await taught()
    runOf(from, 0)
    const entries = await from.saveWhole()
    expect(entries.map(({ path }) => path)).toContain('probes.f32')
    const to = await setup()
    await to.load({ ...createLoadedModel(), dtype: { vision: 'q8', text: 'q8' } })
    runOf(to, turn)
    await to.drop(entries)
    expect(to.state().marks.filter(({ encoded }) => encoded !== null)).toHaveLength(count)
    if (told === null) expect(to.notices()).toEqual(['Opened with 2 examples.'])
    else expect(to.notices().join()).toContain(told)
  })

  it('is believed without a look where precision and device are the same', async () => {
    const from = await taught()
    runOf(from, 0)
    const entries = await from.saveWhole()
    const to = await setup()
    runOf(to, 1)
    await to.drop(entries)
    expect(to.state().marks).toHaveLength(2)
  })
})
