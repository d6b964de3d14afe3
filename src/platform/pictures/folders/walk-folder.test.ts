import { expect, it } from 'vitest'
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

it('gives the files of a folder in the order of their names, and the book learns where they lie', async () => {
  const folder = await folderOf(['b.png', 'a/10.png', 'a/2.png', '.git/objects/1', 'c.png'])
  const book: FolderBook = new WeakMap()
  const files = await walkFolder(folder, book)
  const paths = ['a/2.png', 'a/10.png', 'b.png', 'c.png']
  expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(
    paths.map((path) => `${folder.name}/${path}`),
  )
  expect(files.map((file) => book.get(file))).toEqual(paths.map((path) => ({ folder, path })))
  expect(files.later).toBeUndefined()
})

it('gives the first files of a large folder before the others', async () => {
  const folder = await folderOf(Array.from({ length: 700 }, (_, i) => `${i}.png`))
  const files = await walkFolder(folder, new WeakMap())
  expect(files).toHaveLength(96)
  const all = [...files]
  for await (const some of files.later ?? []) {
    expect(some.length).toBeLessThan(600)
    all.push(...some)
  }
  expect(all.map(({ name }) => name)).toEqual(Array.from({ length: 700 }, (_, i) => `${i}.png`))
})
