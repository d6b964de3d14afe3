import { expect, test, vi } from 'vitest'
import { findFiles, type FoundFile, type SoughtPicture } from './absent-files'

const sought = (id: string, change: Partial<SoughtPicture> = {}): SoughtPicture => ({
  ...{ id, name: `trip/${id}.jpg`, sha256: `hash of ${id}`, size: 10, modified: 5000 },
  ...change,
})

const file = (path: string, change: Partial<FoundFile<string>> = {}): FoundFile<string> => ({
  ...{ file: path, path, size: 10, modified: 5000 },
  ...change,
})

const never = vi.fn(() => Promise.resolve(null))

test('a file at its place, of its length and time, is found without being read', async () => {
  const found = await findFiles([sought('a')], [file('Holiday/trip/a.jpg', { modified: 6500 })], never)
  expect([...found]).toEqual([['a', 'Holiday/trip/a.jpg']])
  expect(never).not.toHaveBeenCalled()
})

test('a file that was renamed or copied is found by its bytes, and what is of another length is never read', async () => {
  const hashOf = vi.fn((path: string) => Promise.resolve(path === 'new name.jpg' ? 'hash of a' : 'another'))
  const files = [
    file('new name.jpg', { modified: 9e9 }),
    file('trip/a.jpg', { modified: 9e9 }),
    file('long.jpg', { size: 11 }),
  ]
  const found = await findFiles([sought('a'), sought('b')], files, hashOf)
  expect([...found]).toEqual([['a', 'new name.jpg']])
  expect(hashOf.mock.calls.flat()).not.toContain('long.jpg')
})

test('a file that has changed at its place is not taken for the picture', async () => {
  const found = await findFiles([sought('a')], [file('trip/a.jpg', { modified: 9e9 })], () =>
    Promise.resolve('another'),
  )
  expect(found.size).toBe(0)
})

test('one file serves a picture that is there twice, and one that was never read is found by its place', async () => {
  const twice = [sought('a', { sha256: 'same' }), sought('b', { sha256: 'same' })]
  const unread = sought('c', { sha256: null, modified: null })
  const found = await findFiles(
    [...twice, unread],
    [file('x.jpg'), file('c.jpg', { path: 'trip/c.jpg' })],
    () => Promise.resolve('same'),
  )
  expect([...found].sort()).toEqual([
    ['a', 'x.jpg'],
    ['b', 'x.jpg'],
    ['c', 'c.jpg'],
  ])
})
