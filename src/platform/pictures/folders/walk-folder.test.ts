import { expect, it } from 'vitest'
import { failed } from '../../../core/errors/outcome'
import { uniqueRoot, visit } from '../../../testing/desk-visits'
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

const reading = () => {
  const book: FolderBook = new WeakMap()
  return { book, openWalker: () => Promise.resolve(desk) }
}

it('gives the files of a folder in the order of their names, and the book learns where they lie', async () => {
  const folder = await folderOf(['b.png', 'a/10.png', 'a/2.png', '.git/objects/1', 'c.png'])
  const { book, openWalker } = reading()
  const files = await walkFolder(folder, { book, openWalker })
  const paths = ['a/2.png', 'a/10.png', 'b.png', 'c.png']
  expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(
    paths.map((path) => `${folder.name}/${path}`),
  )
  expect(files.map((file) => book.get(file))).toEqual(paths.map((path) => ({ folder, path })))
  expect(files.later).toBeUndefined()
})

it('gives the first files of a large folder before the others', async () => {
  const folder = await folderOf(Array.from({ length: 700 }, (_, i) => `${i}.png`))
  const files = await walkFolder(folder, reading())
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
  const files = await walkFolder(await folderOf(names), { book: new WeakMap(), openWalker })
  const all = [...files]
  for await (const some of files.later ?? []) all.push(...some)
  expect(all.map(({ name }) => name)).toEqual(names)
})

it('says that a folder could not be read to its end, rather than give a part for all of it', async () => {
  const folder = await folderOf(['a.png'])
  const walk = () => Promise.resolve(failed({ code: 'ENGINE_TIMEOUT', doing: 'keeping files', seconds: 60 }))
  const openWalker = () => Promise.resolve({ ...desk, walk })
  await expect(walkFolder(folder, { book: new WeakMap(), openWalker })).rejects.toThrow('ENGINE_TIMEOUT')
})
