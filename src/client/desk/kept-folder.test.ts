import { expect, test } from 'vitest'
import { encoded, NOTHING, uniqueRoot, valueOf, visit } from '../../testing/desk-visits'

/** A folder among the origin's private files, which stands in for one of the person's, with these files. */
const folderOf = async (files: Readonly<Record<string, string>>) => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(`holiday-${crypto.randomUUID()}`, { create: true })
  const handleOf = async (path: string) => {
    const [name = '', ...parents] = path.split('/').reverse()
    let parent = folder
    for (const each of parents.reverse()) parent = await parent.getDirectoryHandle(each, { create: true })
    return parent.getFileHandle(name, { create: true })
  }
  const read = async (path: string) => (await handleOf(path)).getFile()
  const write = async (path: string, text: string) => {
    const writing = await (await handleOf(path)).createWritable()
    await writing.write(text)
    await writing.close()
  }
  for (const [path, text] of Object.entries(files)) await write(path, text)
  return { folder, write, read }
}

test('pictures of a folder are read from it again, without a copy; what changed or went is told', async () => {
  const root = uniqueRoot()
  const { folder, write, read } = await folderOf({ 'a.png': 'a', 'day 2/b.png': 'b', 'day 2/c.png': 'c' })
  const first = visit(root)
  valueOf(await first.desk.hold('one'))
  const ids = ['a', 'b', 'c']
  const pictures = await Promise.all(
    ['a.png', 'day 2/b.png', 'day 2/c.png'].map(async (path, i) => ({
      ...{ id: ids[i] ?? '', name: path, file: await read(path), source: { folder, path } },
    })),
  )
  valueOf(await first.desk.keep({ ...NOTHING, added: pictures, order: ids }))
  valueOf(await first.desk.keep({ ...NOTHING, encoded: ids.map((id, i) => encoded(id, `sha-${id}`, i + 1)) }))
  valueOf(await first.desk.whenCopied())
  first.kill()

  const second = visit(root)
  expect(valueOf(await second.desk.list())[0]).toMatchObject({
    folder: folder.name,
    pictures: 3,
    inPlace: 3,
    bytes: 0,
    missing: 0,
  })
  const [kept] = valueOf(await second.desk.folders('one'))
  expect(await kept?.isSameEntry(folder)).toBe(true)
  const opened = valueOf(await second.desk.open('one', 0))
  expect(await Promise.all(opened.pictures.map(({ file }) => file.text()))).toEqual(['a', 'b', 'c'])
  expect(opened.pictures.map(({ facts }) => facts?.sha256)).toEqual(['sha-a', 'sha-b', 'sha-c'])
  expect(opened).toMatchObject({ missing: [], gone: [], changed: [] })

  await write('a.png', 'another')
  await (await folder.getDirectoryHandle('day 2')).removeEntry('c.png')
  const again = valueOf(await second.desk.open('one', 0))
  expect(again.pictures.map(({ id, facts }) => [id, facts?.sha256])).toEqual([
    ['a', undefined],
    ['b', 'sha-b'],
  ])
  expect(again.changed).toEqual(['a.png'])
  expect(again.gone).toEqual(['day 2/c.png'])
  // It is told once: from here on it is as it is now.
  expect(valueOf(await second.desk.open('one', 0)).changed).toEqual([])
  second.kill()
})

test('what has come into a folder since is found, in parts; what was taken off the list is not', async () => {
  const root = uniqueRoot()
  const { folder, write, read } = await folderOf({ 'a.png': 'a', 'day 2/b.png': 'b', 'c.png': 'c' })
  const places = { a: 'a.png', b: 'day 2/b.png', c: 'c.png' }
  const first = visit(root)
  valueOf(await first.desk.hold('one'))
  const added = await Promise.all(
    Object.entries(places).map(async ([id, path]) => ({
      ...{ id, name: path, file: await read(path), source: { folder, path } },
    })),
  )
  valueOf(await first.desk.keep({ ...NOTHING, added, order: ['a', 'b', 'c'] }))
  expect(valueOf(await first.desk.arrived('one', 0)).pictures).toEqual([])
  valueOf(await first.desk.keep({ ...NOTHING, removed: ['a', 'b'], order: ['c'] }))
  // Taken back by undo.
  valueOf(await first.desk.keep({ ...NOTHING, added: added.slice(1, 2), order: ['b', 'c'] }))
  first.kill()

  for (let i = 0; i < 250; i += 1) await write(`day 3/${i}.png`, `${i}`)
  await write('notes.pdf', 'no picture')
  await folder.removeEntry('c.png')
  const second = visit(root)
  expect(valueOf(await second.desk.open('one', 0)).gone).toEqual(['c.png'])
  valueOf(await second.desk.hold('one'))
  valueOf(await second.desk.keep({ ...NOTHING, removed: ['c'], order: ['b'] }))
  const start = valueOf(await second.desk.arrived('one', 0))
  const rest = valueOf(await second.desk.arrived('one', start.next ?? 0))
  expect(start.pictures[0]).toMatchObject({
    name: `${folder.name}/day 3/0.png`,
    source: { path: 'day 3/0.png' },
  })
  expect(start.pictures.length + rest.pictures.length).toBe(250)
  expect(rest.next).toBeNull()
  expect(await rest.pictures.at(-1)?.file.text()).toBe('249')
  // A file that was gone and is back is new; one that was taken off stays off.
  await write('c.png', 'c')
  expect(valueOf(await second.desk.arrived('one', 0)).pictures[0]?.source.path).toBe('c.png')
  second.kill()
})
