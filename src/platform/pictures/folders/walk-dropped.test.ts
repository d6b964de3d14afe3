import { expect, it } from 'vitest'
import { uniqueRoot, visit } from '../../../testing/desk-visits'
import { createFakeFinding } from '../../../testing/fakes/fake-finding'
import type { FolderBook } from './folder-source'
import { walkDropped } from './walk-dropped'

/** A folder among the origin's private files, which stands in for one of the person's, with these empty files. */
const folderOf = async (paths: readonly string[]) => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(`dropped-${crypto.randomUUID()}`, { create: true })
  for (const path of paths) {
    const [name = '', ...parents] = path.split('/').reverse()
    let parent = folder
    for (const each of parents.reverse()) parent = await parent.getDirectoryHandle(each, { create: true })
    await parent.getFileHandle(name, { create: true })
  }
  return folder
}

/** The same folder as a drop gives it: no program can make one, so this has what is read of it. */
const entryOf = (name: string, paths: readonly string[]): FileSystemDirectoryEntry => {
  const children = [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].map((child) => {
    const below = paths
      .filter((path) => path.startsWith(`${child}/`))
      .map((path) => path.slice(child.length + 1))
    return below.length > 0 ? entryOf(child, below) : { name: child, isFile: true, isDirectory: false }
  })
  const createReader = () => {
    const parts = [children, []]
    return {
      readEntries: (take: (entries: readonly unknown[]) => void) => {
        take(parts.shift() ?? [])
      },
    }
  }
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemDirectoryEntry
}

/** Reads by the desk worker, and counts what it is asked. */
const reading = () => {
  const { desk } = visit(uniqueRoot())
  const book: FolderBook = new WeakMap()
  let walks = 0
  const walk: typeof desk.walk = (...given) => {
    walks += 1
    return desk.walk(...given)
  }
  const { startFinding } = createFakeFinding()
  return { book, openWalker: () => Promise.resolve({ ...desk, walk }), startFinding, walks: () => walks }
}

/** Of a walk that is not stopped. */
const walkWhole = async (...given: Parameters<typeof walkDropped>) => {
  const files = await walkDropped(...given)
  if (files === null) throw new Error('stopped')
  return files
}

it('gives files in the order of their names, and the book learns where they lie', async () => {
  const paths = ['b.png', 'a/deep/10.png', 'a/deep/2.png', '.git/objects/1', 'c.png']
  const folder = await folderOf(paths)
  const { book, ...others } = reading()
  const files = await walkWhole(entryOf(folder.name, paths), folder, { book, ...others })
  const sorted = ['a/deep/2.png', 'a/deep/10.png', 'b.png', 'c.png']
  expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(
    sorted.map((path) => `${folder.name}/${path}`),
  )
  expect(files.map((file) => book.get(file))).toEqual(sorted.map((path) => ({ folder, path })))
  expect(files.later).toBeUndefined()
})

it('gives the first files of a large folder before the folder is walked, and then the others', async () => {
  const names = Array.from({ length: 700 }, (_, i) => `${i}.png`)
  const folder = await folderOf(names)
  const { walks, ...rest } = reading()
  // In the order of a disk, which is none.
  const files = await walkWhole(entryOf(folder.name, [...names].sort()), folder, rest)
  expect(files.map(({ name }) => name)).toEqual(names.slice(0, 96))
  expect(walks()).toBe(0)
  const all = [...files]
  for await (const some of files.later ?? []) all.push(...some)
  expect(all.map(({ name }) => name)).toEqual(names)
})

it('leaves out what is gone since the drop', async () => {
  const folder = await folderOf(['a.png'])
  const files = await walkWhole(entryOf(folder.name, ['a.png', 'gone.png', 'gone/b.png']), folder, reading())
  expect(files.map(({ name }) => name)).toEqual(['a.png'])
})

it('gives all others where one of the first is gone', async () => {
  const names = Array.from({ length: 200 }, (_, i) => `${i}.png`)
  const folder = await folderOf(names.filter((name) => name !== '3.png'))
  const files = await walkWhole(entryOf(folder.name, names), folder, reading())
  const all = [...files]
  for await (const some of files.later ?? []) all.push(...some)
  expect(all.map(({ name }) => name)).toEqual(names.filter((name) => name !== '3.png'))
})

it('tells how much it has found, and asks for no more where the person stops it', async () => {
  let asked = 0
  const { startFinding, stop, told, ends } = createFakeFinding()
  const readEntries = (take: (entries: readonly unknown[]) => void) => {
    asked += 1
    if (asked === 3) stop()
    take(Array.from({ length: 100 }, (_, i) => ({ name: `${asked}-${i}.png`, isFile: true })))
  }
  // A folder without an end.
  const endless = { name: 'endless', isDirectory: true, createReader: () => ({ readEntries }) }
  const walked = walkDropped(endless as unknown as FileSystemDirectoryEntry, await folderOf([]), {
    ...reading(),
    startFinding,
  })
  expect(await walked).toBeNull()
  expect({ asked, told, ends: ends() }).toEqual({ asked: 3, told: [100, 200, 300], ends: 1 })
})
