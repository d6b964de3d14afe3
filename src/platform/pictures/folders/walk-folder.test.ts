import { expect, it } from 'vitest'
import { failed } from '../../../core/errors/outcome'
import { uniqueRoot, visit } from '../../../testing/desk-visits'
import { createFakeFinding } from '../../../testing/fakes/fake-finding'
import type { FolderBook } from './folder-source'
import { walkFolder } from './walk-folder'

/** A folder among the origin's private files, which stands in for one of the person's. */
const folderOf = async (paths: readonly string[]) => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(`walked-${crypto.randomUUID()}`, { create: true })
  for (const path of paths) {
    const [name = '', ...parents] = path.split('/').reverse()
    let parent = folder
    for (const each of parents.reverse()) parent = await parent.getDirectoryHandle(each, { create: true })
    await parent.getFileHandle(name, { create: true })
  }
  return folder
}

/** The desk worker itself. */
const { desk } = visit(uniqueRoot())

const { finding, startFinding } = createFakeFinding()

const reading = () => {
  const book: FolderBook = new WeakMap()
  return { book, openWalker: () => Promise.resolve(desk), startFinding }
}

it('gives the files of a folder in the order of their names, and the book learns where they lie', async () => {
  const folder = await folderOf(['b.png', 'a/10.png', 'a/2.png', '.git/objects/1', 'c.png'])
  const { book, openWalker } = reading()
  const files = await walkFolder(folder, { book, openWalker, startFinding }, finding)
  const paths = ['a/2.png', 'a/10.png', 'b.png', 'c.png']
  expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(
    paths.map((path) => `${folder.name}/${path}`),
  )
  expect(files.map((file) => book.get(file))).toEqual(paths.map((path) => ({ folder, path })))
  expect(files.later).toBeUndefined()
})

it('gives the first files of a large folder before the others', async () => {
  const folder = await folderOf(Array.from({ length: 700 }, (_, i) => `${i}.png`))
  const { finding, told } = createFakeFinding()
  const files = await walkFolder(folder, reading(), finding)
  expect(told).toEqual([500])
  expect(files).toHaveLength(96)
  const all = [...files]
  for await (const some of files.later ?? []) {
    expect(some.length).toBeLessThan(600)
    all.push(...some)
  }
  expect(all.map(({ name }) => name)).toEqual(Array.from({ length: 700 }, (_, i) => `${i}.png`))
})

it('goes on where it was in a worker that has taken the place of one that died, and gives no file twice', async () => {
  const names = Array.from({ length: 700 }, (_, i) => `${i}.png`)
  const openWalker = () => Promise.resolve(visit(uniqueRoot()).desk)
  const reading = { book: new WeakMap(), openWalker, startFinding }
  const files = await walkFolder(await folderOf(names), reading, finding)
  const all = [...files]
  for await (const some of files.later ?? []) all.push(...some)
  expect(all.map(({ name }) => name)).toEqual(names)
})

it('says that a folder could not be read to its end, rather than give a part for all of it', async () => {
  const folder = await folderOf(['a.png'])
  const walk = () => Promise.resolve(failed({ code: 'ENGINE_TIMEOUT', doing: 'keeping files', seconds: 60 }))
  const openWalker = () => Promise.resolve({ ...desk, walk })
  const reading = { book: new WeakMap(), openWalker, startFinding }
  await expect(walkFolder(folder, reading, finding)).rejects.toThrow('ENGINE_TIMEOUT')
})
