import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createLate } from '../../../core/async/late'
import type { Bytes } from '../../../core/brands'
import { cancelled, done, failed } from '../../../core/errors/outcome'
import { createFakeDesk } from '../../../testing/fakes/fake-desk'
import { createFakeEngine } from '../../../testing/fakes/fake-engine'
import { createFakeHistory } from '../../../testing/fakes/fake-history'
import { createWords } from '../../../words/create-words'
import type { AppState, Picture } from '../../app-state'
import { createInitialState } from '../../initial-state'
import { createPictureKeeper } from './keep-pictures'

const picture = (id: string): Picture => ({
  ...{ id, name: `${id}.png`, file: new Blob([id]), isSample: false },
  phase: { kind: 'waiting', facts: null },
})

/** A keeper over a list, whose tab had list `one` with picture `a` before. */
const setup = (known: readonly string[] = ['a'], mayRead: (asks: boolean) => boolean = () => true) => {
  const store = createStore<AppState>(() => createInitialState(null))
  const { desk, tab, changes, book } = createFakeDesk()
  tab.write('one')
  const held: string[] = []
  const over = {
    ...desk,
    hold: (id: string) => {
      held.push(id)
      return Promise.resolve(done(id === 'one' ? known : []))
    },
  }
  const shown: string[] = []
  const words = createWords()
  const order: string[] = []
  const forgotten: (readonly string[] | 'all')[] = []
  let count = 0
  const keeperOver = (own: typeof over) =>
    createPictureKeeper({
      ...{
        store,
        tab,
        book,
        history: createFakeHistory(),
        desk: own,
        mayReadFolders: (_: unknown, asks: boolean) => Promise.resolve(mayRead(asks)),
        wordsWith: words.with,
        hasMarks: () => true,
      },
      marking: createLate(() => {
        order.push('read marks')
        return Promise.resolve({
          forget: (sha256s: readonly string[] | 'all') => {
            forgotten.push(sha256s)
            return Promise.resolve(done(null))
          },
        })
      }),
      engine: { ...createFakeEngine(), recallBy: () => order.push('recall') },
      newId: () => `new ${(count += 1)}`,
      openArchive: () => Promise.resolve(cancelled),
      work: {
        change: (next) => {
          order.push('put back')
          store.setState(next)
        },
        record: () => undefined,
      },
      notices: {
        show: ({ text }) => `${shown.push(text(words.now()))}`,
        ...{ dismiss: () => undefined, reword: () => undefined },
        ...{ showProblem: () => undefined, settled: () => undefined },
      },
      actions: {
        addPictures: (files, nameByFile) => {
          const names = files.map((file) => nameByFile?.get(file) ?? '')
          const added = names.map((name) => ({ ...picture(name), name }))
          store.setState(({ pictures }) => ({ pictures: [...pictures, ...added] }))
          return []
        },
        select: (id) => {
          store.setState(({ selection }) => ({ selection: { ...selection, focusId: id } }))
        },
        undo: () => undefined,
      },
    })
  return { store, tab, over, changes, held, shown, order, forgotten, keeperOver }
}

it('puts back what the tab had once it can be recalled, and tells of nothing that is there already', async () => {
  const { store, over, changes, order, keeperOver } = setup()
  const opened = {
    pictures: [{ id: 'a', name: 'a.png', file: new Blob(), facts: null }],
    ...{ tags: [], missing: [], gone: [], changed: [], next: null },
  }
  await keeperOver({ ...over, open: () => Promise.resolve(done(opened)) }).begin(true)
  expect(store.getState().pictures.map(({ id }) => id)).toEqual(['a'])
  expect(order).toEqual(['read marks', 'recall', 'put back'])
  store.setState(({ pictures }) => ({ pictures: [...pictures, picture('b')] }))
  await expect.poll(() => changes).not.toHaveLength(0)
  expect(changes[0]?.added.map(({ id }) => id)).toEqual(['b'])
})

it('puts back a long list part by part, before what the person adds meanwhile', async () => {
  const { store, over, keeperOver } = setup()
  const part = (ids: readonly string[], next: number | null) =>
    done({
      pictures: ids.map((id) => ({ id, name: `${id}.png`, file: new Blob(), facts: null })),
      tags: [],
      missing: [],
      gone: [],
      changed: [],
      next,
    })
  const parts = new Map([
    [0, part(['a', 'b'], 2)],
    [2, part(['c'], 3)],
    [3, part(['d'], null)],
  ])
  const asked: number[] = []
  const open = (_: string, from: number) => {
    asked.push(from)
    if (from === 2) store.setState(({ pictures }) => ({ pictures: [...pictures, picture('own')] }))
    return Promise.resolve(parts.get(from) ?? failed({ code: 'UNEXPECTED', detail: `no part ${from}` }))
  }
  await keeperOver({ ...over, open }).begin(true)
  expect(asked).toEqual([0, 2, 3])
  expect(store.getState().pictures.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'own'])
})

it('adds what has come into the folder of a list since, and says how many', async () => {
  const { store, over, shown, keeperOver } = setup()
  const opened = {
    pictures: [{ id: 'a', name: 'a.png', file: new Blob(), facts: null }],
    ...{ tags: [], missing: [], gone: [], changed: [], next: null },
  }
  // What a folder is, is the desk's alone to know.
  const folder = {} as FileSystemDirectoryHandle
  const parts = ['b.png', 'c.png'].map((name, i) => ({
    pictures: [{ name, file: new File([name], name), source: { folder, path: name } }],
    next: i === 0 ? 1 : null,
  }))
  const arrived = (_: string, from: number) =>
    Promise.resolve(done(parts[from] ?? { pictures: [], next: null }))
  await keeperOver({ ...over, open: () => Promise.resolve(done(opened)), arrived }).begin(true)
  const names = () => store.getState().pictures.map(({ name }) => name)
  await expect.poll(names).toEqual(['a.png', 'b.png', 'c.png'])
  await expect.poll(() => shown).toEqual(['2 new pictures from the folder have been added.'])
})

it('never empties a list that could not be read: it goes on with another', async () => {
  const { store, tab, over, changes, held, keeperOver } = setup()
  const unreadable = () => Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'the disk' }))
  await keeperOver({ ...over, open: unreadable }).begin(true)
  expect(tab.read()).not.toBe('one')
  expect(held).toEqual(['one', tab.read()])
  store.setState({ pictures: [picture('b')] })
  await expect.poll(() => changes).not.toHaveLength(0)
  expect(changes[0]?.removed).toEqual([])
})

it('leaves a list whose folder may not be read as it is, and asks for it within a press alone', async () => {
  const asked: boolean[] = []
  let [answer, granted] = [false, false]
  const { store, tab, over, changes, held, shown, keeperOver } = setup(['a'], (asks) => {
    asked.push(asks)
    granted ||= asks && answer
    return granted
  })
  const pictures = [{ id: 'a', name: 'a.png', file: new Blob(['a']), facts: null }]
  const opened = { pictures, tags: [], missing: [], gone: [], changed: [], next: null }
  const keeper = keeperOver({ ...over, open: () => Promise.resolve(done(opened)) })
  const names = () => store.getState().pictures.map(({ name }) => name)
  await keeper.begin(true)
  expect({ asked, names: names(), shown }).toEqual({ asked: [false], names: [], shown: [] })
  expect(held).toEqual(['one', tab.read()])

  // The person presses "Open", and refuses.
  await keeper.actions.open('one')
  expect({ asked, names: names(), changes }).toEqual({ asked: [false, true], names: [], changes: [] })
  expect(shown).toHaveLength(1)
  expect(tab.read()).not.toBe('one')

  answer = true
  await keeper.actions.open('one')
  expect(names()).toEqual(['a.png'])
  expect(tab.read()).toBe('one')
})

it('says how many there is no room for, once', async () => {
  const { store, over, shown, keeperOver } = setup([])
  await keeperOver({ ...over, keep: () => Promise.resolve(done(2)) }).begin(false)
  store.setState({ pictures: [picture('b')] })
  await expect.poll(() => shown).not.toHaveLength(0)
  store.setState({ pictures: [picture('b'), picture('c')] })
  expect(shown).toEqual(['There is no room to keep 2 pictures for the next visit.'])
})

it('puts back pictures that are tags where they stood, and tells of them no more', async () => {
  const { store, over, changes, keeperOver } = setup(['tag t'])
  const [first] = store.getState().tags
  const tag = { text: 'my car', hue: 9, threshold: 0.4, place: 1 }
  const file = new Blob(['t'])
  const opened = {
    pictures: [],
    tags: [{ id: 'tag t', file, tag }],
    missing: [],
    gone: [],
    changed: [],
    next: null,
  }
  await keeperOver({ ...over, open: () => Promise.resolve(done(opened)) }).begin(true)
  expect(store.getState().tags.slice(0, 2)).toEqual([
    first,
    { id: 't', text: 'my car', hue: 9, threshold: 0.4, picture: file },
  ])
  store.setState({ pictures: [picture('b')] })
  await expect.poll(() => changes.flatMap(({ added }) => added.map(({ id }) => id))).toContain('b')
  expect(changes.flatMap(({ removed }) => removed)).toEqual([])
})

it('says that a picture stays a tag for this page only where no pictures are kept', async () => {
  const { store, over, shown, keeperOver } = setup([])
  store.setState(({ settings }) => ({ settings: { ...settings, keepsPictures: false } }))
  await keeperOver(over).begin(false)
  expect(shown).toEqual([])
  const tag = { id: 't', text: 'my car', hue: 9, threshold: null, picture: new Blob(['t']) }
  store.setState(({ tags }) => ({ tags: [...tags, tag] }))
  expect(shown).toEqual(['This picture is a tag until the page is left: no pictures are kept here.'])
})

it('forgets with a list what was said of pictures that no list has any longer, and with the last one all', async () => {
  const { over, forgotten, keeperOver } = setup()
  const set = {
    id: 'two',
    folder: '',
    pictures: 1,
    bytes: 1 as Bytes,
    inPlace: 0,
    missing: 0,
    changedAt: 1,
    isOpen: false,
  }
  let listed = [set]
  const { actions } = keeperOver({
    ...over,
    list: () => Promise.resolve(done(listed)),
    forget: () => Promise.resolve(done(['a'])),
  })
  await actions.forget(['three'])
  expect(forgotten).toEqual([['a']])
  listed = []
  await actions.forget(['two'])
  expect(forgotten).toEqual([['a'], 'all'])
})

it('forgets nothing of what was said where a list could not be forgotten', async () => {
  const { over, forgotten, keeperOver } = setup()
  const { actions } = keeperOver({
    ...over,
    forget: () => Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'the disk' })),
  })
  await actions.forget(['two'])
  expect(forgotten).toEqual([])
})
