import { expect, test } from 'vitest'
import type { OpenedSet, SetChange } from '../../protocol/desk-api'
import { encoded, KEY, NOTHING, uniqueRoot, valueOf, vectorOf, visit } from '../../testing/desk-visits'

const picture = (id: string) => ({
  id,
  name: `folder/${id}.png`,
  file: new Blob([id], { type: 'image/png' }),
})

const added = (...ids: string[]): SetChange => ({ ...NOTHING, added: ids.map(picture), order: ids })

/** Keeps pictures `a` and `b` of list `one`, encoded. */
const keepTwo = async (root: string) => {
  const first = visit(root)
  valueOf(await first.desk.hold('one'))
  valueOf(await first.desk.keep(added('a', 'b')))
  valueOf(
    await first.desk.keep({ ...NOTHING, encoded: [encoded('a', 'sha-a', 1), encoded('b', 'sha-b', 2)] }),
  )
  valueOf(await first.desk.whenCopied())
  return first
}

const namesIn = async (desk: ReturnType<typeof visit>['desk'], set: string) =>
  valueOf(await desk.open(set, 0)).pictures.map(({ name }) => name)

test('a long list comes back in parts, a screen of it first, none twice and none left out', async () => {
  const root = uniqueRoot()
  const first = visit(root)
  const ids = Array.from({ length: 250 }, (_, i) => `picture ${i}`)
  valueOf(await first.desk.hold('one'))
  valueOf(await first.desk.keep(added(...ids)))
  valueOf(await first.desk.whenCopied())
  first.kill()

  const { desk } = visit(root)
  const parts: (readonly string[])[] = []
  for (let from: number | null = 0; from !== null;) {
    const part: OpenedSet = valueOf(await desk.open('one', from))
    parts.push(part.pictures.map(({ id }) => id))
    from = part.next
  }
  expect(parts.flat()).toEqual(ids)
  expect(parts.length).toBeGreaterThan(1)
})

test('a list comes back at the next visit: order, names, bytes, renditions, vectors to the bit', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  valueOf(await first.desk.keep({ ...NOTHING, order: ['b', 'a'] }))
  first.kill()

  const { desk } = visit(root)
  expect(valueOf(await desk.list())).toMatchObject([
    { id: 'one', folder: 'folder', pictures: 2, bytes: 2, missing: 0 },
  ])
  expect(valueOf(await desk.hold('one'))).toEqual(['a', 'b'])
  const { pictures, missing } = valueOf(await desk.open('one', 0))
  expect(missing).toEqual([])
  expect(pictures.map(({ name, file }) => [name, file.type])).toEqual([
    ['folder/b.png', 'image/png'],
    ['folder/a.png', 'image/png'],
  ])
  expect(await pictures[0]?.file.text()).toBe('b')
  expect(await pictures[1]?.facts?.thumbnail.text()).toBe('thumbnail of sha-a')
  const [known, unknown] = await Promise.all([desk.recall(KEY, 'sha-b'), desk.recall(KEY, 'sha-c')])
  expect(known).toMatchObject({ embedding: vectorOf(2), width: 4, frame: { left: 0.1, width: 0.8 } })
  expect(unknown).toBeNull()
  expect(await desk.recall('another model', 'sha-b')).toBeNull()
})

test('a picture that is a tag comes back with it, beside the list', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  const tag = { text: 'my car', hue: 3, threshold: null, place: 2 }
  valueOf(await first.desk.keep({ ...NOTHING, added: [{ ...picture('tag t'), tag }] }))
  valueOf(await first.desk.keep({ ...NOTHING, added: [{ ...picture('tag t'), tag: { ...tag, place: 0 } }] }))
  valueOf(await first.desk.whenCopied())
  first.kill()

  const { desk } = visit(root)
  expect(valueOf(await desk.hold('one'))).toEqual(['a', 'b', 'tag t'])
  expect(await namesIn(desk, 'one')).toEqual(['folder/a.png', 'folder/b.png'])
  const { tags, missing } = valueOf(await desk.open('one', 0))
  expect(missing).toEqual([])
  expect(tags).toMatchObject([{ id: 'tag t', tag: { text: 'my car', hue: 3, place: 0 } }])
  expect(await tags[0]?.file.text()).toBe('tag t')
  valueOf(await desk.keep({ ...NOTHING, removed: ['tag t'] }))
  expect(valueOf(await desk.open('one', 0)).tags).toEqual([])
})

test('a tab that is ended in the middle loses no more than what it was told of last', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  void first.desk.keep({ ...NOTHING, added: [picture('c')], order: ['a', 'b', 'c'] })
  first.kill()
  const { desk } = visit(root)
  expect(valueOf(await desk.hold('one'))).toEqual(expect.arrayContaining(['a', 'b']))
  expect((await namesIn(desk, 'one')).slice(0, 2)).toEqual(['folder/a.png', 'folder/b.png'])
})

test('a list belongs to one tab at a time', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  const second = visit(root)
  expect(valueOf(await second.desk.list())).toMatchObject([{ id: 'one', isOpen: true }])
  expect(valueOf(await second.desk.hold('one'))).toBeNull()
  first.kill()
  expect(valueOf(await second.desk.hold('one'))).toEqual(['a', 'b'])
})

test('a picture that is taken off the list and put back is there, and one that stays off is not', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  valueOf(await first.desk.keep({ ...NOTHING, removed: ['a', 'b'], order: [] }))
  valueOf(await first.desk.keep(added('b')))
  valueOf(await first.desk.whenCopied())
  first.kill()
  const { desk } = visit(root)
  valueOf(await desk.hold('one'))
  expect(await namesIn(desk, 'one')).toEqual(['folder/b.png'])
})

test('what is forgotten is gone, and what another list has too stays', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  valueOf(await first.desk.hold('two'))
  valueOf(await first.desk.keep({ ...added('x'), encoded: [encoded('x', 'sha-b', 2)] }))
  valueOf(await first.desk.whenCopied())
  expect(valueOf(await first.desk.forget(['one']))).toEqual(['sha-a'])
  expect(await first.desk.recall(KEY, 'sha-a')).toBeNull()
  expect(await first.desk.recall(KEY, 'sha-b')).not.toBeNull()
  expect(valueOf(await first.desk.list())).toMatchObject([{ id: 'two', pictures: 1 }])
  expect(await namesIn(first.desk, 'one')).toEqual([])
})

test('a record that something has spoiled is left out, and the others are read', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  first.kill()
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(`${root}-desk`)
    opening.onerror = () => {
      reject(new Error('the database does not open'))
    }
    opening.onsuccess = () => {
      const tx = opening.result.transaction('vectors', 'readwrite')
      const short = {
        encoding: KEY,
        kind: 'embedding',
        sha256s: ['sha-c', 'sha-d'],
        values: new Float32Array(3),
      }
      tx.objectStore('vectors').add({ ...short, frames: new Float64Array(1), times: new Float64Array(2) })
      tx.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
  const { desk } = visit(root)
  expect(await desk.recall(KEY, 'sha-c')).toBeNull()
  expect(await desk.recall(KEY, 'sha-a')).not.toBeNull()
})

test('many small batches come back whole after they have been put together', async () => {
  const root = uniqueRoot()
  const first = visit(root)
  valueOf(await first.desk.hold('one'))
  const ids = Array.from({ length: 40 }, (_, i) => `p${i}`)
  valueOf(await first.desk.keep(added(...ids)))
  for (const [i, id] of ids.entries())
    valueOf(await first.desk.keep({ ...NOTHING, encoded: [encoded(id, `sha-${id}`, i)] }))
  first.kill()
  for (let again = 0; again < 2; again += 1) {
    const { desk, kill } = visit(root)
    const found = await Promise.all(ids.map((id) => desk.recall(KEY, `sha-${id}`)))
    expect(found.map((known) => known?.kind === 'embedding' && known.embedding[0])).toEqual(
      ids.map((_, i) => i),
    )
    kill()
  }
})

test('a picture that was read fast and exactly since then comes back as read exactly, whichever was told of last', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  const read = (seed: number, reducedBy: 1 | 2) => {
    const row = encoded('a', 'sha-c', seed)
    return { ...NOTHING, encoded: [{ ...row, encoded: { ...row.encoded, reducedBy } }] }
  }
  valueOf(await first.desk.keep(read(3, 2)))
  expect(await first.desk.recall(KEY, 'sha-c')).toMatchObject({ embedding: vectorOf(3), reducedBy: 2 })
  valueOf(await first.desk.keep(read(4, 1)))
  valueOf(await first.desk.keep(read(5, 2)))
  first.kill()

  const { desk } = visit(root)
  expect(await desk.recall(KEY, 'sha-c')).toMatchObject({ embedding: vectorOf(4), reducedBy: 1 })
})

test('what a person has said differs is there at the next visit, and goes with the pictures that it names', async () => {
  const root = uniqueRoot()
  const first = await keepTwo(root)
  const said = { id: '1', sha256s: ['sha-a', 'sha-b'] }
  valueOf(await first.desk.keepDiffering([said, { id: '2', sha256s: ['sha-b'] }], []))
  valueOf(await first.desk.keepDiffering([], ['2']))
  first.kill()

  const { desk } = visit(root)
  expect(valueOf(await desk.differing())).toEqual([said])
  valueOf(await desk.forget(['one']))
  expect(valueOf(await desk.differing())).toEqual([])
})
