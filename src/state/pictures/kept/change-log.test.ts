import { expect, it } from 'vitest'
import { encodedPicture } from '../../../testing/fakes/fake-engine'
import type { Picture } from '../../app-state'
import { createChangeLog } from './change-log'

const waiting = (id: string, isSample = false): Picture => ({
  ...{ id, name: `${id}.png`, file: new Blob([id]), isSample },
  phase: { kind: 'waiting', facts: null },
})

const ready = (id: string, modelKey = 'model'): Picture => {
  const { sha256, width, height, isShowable, photographic, thumbnail, ...encoded } = encodedPicture(modelKey)
  const facts = { sha256, width, height, isShowable, photographic, thumbnail }
  return { ...waiting(id), phase: { kind: 'ready', facts, encoded } }
}

/** What was told, in short. */
const told = (log: ReturnType<typeof createChangeLog>, ...pictures: Picture[]) => {
  const change = log.take(pictures, [])
  return (
    change && {
      added: change.added.map(({ id }) => id),
      removed: change.removed,
      order: change.order?.join('') ?? null,
      encoded: change.encoded.map(({ id, encoded }) => `${id} ${encoded.modelKey}`),
    }
  )
}

it('tells of each picture once, of each encoding once, and of nothing where nothing is new', () => {
  const log = createChangeLog([])
  expect(told(log, waiting('a'), waiting('b'))).toEqual({
    added: ['a', 'b'],
    removed: [],
    order: 'ab',
    encoded: [],
  })
  expect(told(log, waiting('a'), waiting('b'))).toBeNull()
  expect(told(log, ready('a'), waiting('b'))).toEqual({
    added: [],
    removed: [],
    order: null,
    encoded: ['a model'],
  })
  expect(told(log, ready('a'), waiting('b'))).toBeNull()
  expect(told(log, ready('a', 'other'), waiting('b'))?.encoded).toEqual(['a other'])
})

it('tells of what goes, comes back and changes its place', () => {
  const log = createChangeLog(['a', 'b'])
  expect(told(log, waiting('a'), waiting('b'))).toBeNull()
  expect(told(log, waiting('b'))).toEqual({ added: [], removed: ['a'], order: 'b', encoded: [] })
  expect(told(log, waiting('b'), ready('a'))).toEqual({
    added: ['a'],
    removed: [],
    order: 'ba',
    encoded: ['a model'],
  })
  expect(told(log, waiting('a'), waiting('b'))?.order).toBe('ab')
})

it('tells what is kept already where its picture went and came back', () => {
  const log = createChangeLog(['a'], new WeakMap(), () => true)
  expect(told(log, ready('a'))).toBeNull()
  expect(told(log, ready('b'))).toMatchObject({ added: ['b'], removed: ['a'], encoded: ['b model'] })
  expect(told(log, waiting('a'))?.added).toEqual(['a'])
  expect(told(log, ready('a'))?.encoded).toEqual(['a model'])
})

it('tells where a picture of a folder lies, and hands no file over', () => {
  const file = new File(['a'], 'a.png', { type: 'image/png', lastModified: 12 })
  // What a folder is, is the desk's alone to know.
  const source = { folder: {} as FileSystemDirectoryHandle, path: 'a.png' }
  const change = createChangeLog([], new WeakMap([[file, source]])).take([{ ...waiting('a'), file }], [])
  const [added] = change?.added ?? []
  expect(added).toMatchObject({ source, file: { type: 'image/png', size: 1, lastModified: 12 } })
  expect(added?.file).not.toBeInstanceOf(Blob)
})

it('tells of a long list in parts, all of it in the end', () => {
  const log = createChangeLog([])
  const pictures = Array.from({ length: 250 }, (_, i) => ready(`${i}`))
  const changes = Array.from({ length: 4 }, () => log.take(pictures, []))
  expect(changes.map((change) => change?.added.length)).toEqual([100, 100, 50, undefined])
  expect(changes.flatMap((change) => change?.encoded ?? [])).toHaveLength(250)
})

it('tells of what goes while a long list has not been told of whole', () => {
  const log = createChangeLog([])
  const pictures = Array.from({ length: 250 }, (_, i) => waiting(`${i}`))
  log.take(pictures, [])
  expect(told(log, ...pictures.slice(1))).toMatchObject({ removed: ['0'] })
})

it('leaves the drawings of a first visit out', () => {
  expect(told(createChangeLog([]), waiting('a', true))).toBeNull()
})

it('tells of a picture that is a tag, again where the tag has changed, and of its end', () => {
  const log = createChangeLog([])
  const word = { id: 'w', text: 'car', hue: 0, threshold: null, picture: null }
  const tag = { id: 't', text: 'my car', hue: 1, threshold: null, picture: new Blob(['t']) }
  const take = (...tags: (typeof word | typeof tag)[]) => log.take([], tags)
  expect(take(word, tag)).toMatchObject({
    added: [{ id: 'tag t', name: 'my car', tag: { text: 'my car', hue: 1, threshold: null, place: 1 } }],
    order: null,
  })
  expect(take(word, tag)).toBeNull()
  expect(take(word, { ...tag, text: 'our car' })).toMatchObject({ added: [{ tag: { text: 'our car' } }] })
  expect(take(word)).toMatchObject({ added: [], removed: ['tag t'] })
  expect(take(word)).toBeNull()
})

it('tells again of a picture that was read fast and then exactly', () => {
  const log = createChangeLog(['a'])
  const exact = ready('a')
  const fast = (picture: Picture): Picture =>
    picture.phase.kind === 'ready'
      ? { ...picture, phase: { ...picture.phase, encoded: { ...picture.phase.encoded, reducedBy: 2 } } }
      : picture
  expect(told(log, fast(exact))?.encoded).toEqual(['a model'])
  expect(told(log, fast(exact))).toBeNull()
  expect(told(log, exact)?.encoded).toEqual(['a model'])
})
