import { describe, expect, it } from 'vitest'
import { expectWhole, namesIn, openFolder, setup } from '../../testing/store/store-setup'

/** What another project on the origin, or another program, may have put where the store has something of its own. */
describe('a stored model', () => {
  it.each(['records', 'blobs'])(
    'that has a folder in place of each of its %s is fetched again',
    async (kind) => {
      const { root, visit, source } = await setup()
      await visit().obtain(source)
      const folder = await openFolder(root, kind)
      for (const name of await namesIn(root, kind)) {
        await folder.removeEntry(name)
        await (
          await folder.getDirectoryHandle(name, { create: true })
        ).getFileHandle('file', { create: true })
      }
      const visitor = visit()
      expect(await visitor.store.list()).toMatchObject({ kind: 'done' })
      expect(await visitor.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
      await expectWhole(await visitor.obtain(source))
      await expectWhole(await visit().store.open(source))
    },
  )

  it.each(['', 'models', 'models/records', 'models/blobs', 'models/parts'])(
    'is kept on disk although a file lies where the store has its folder "%s"',
    async (place) => {
      const { root, visit, source } = await setup()
      let folder = await navigator.storage.getDirectory()
      const path = [root, ...place.split('/')].filter((name) => name !== '')
      for (const name of path.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true })
      await folder.getFileHandle(path.at(-1) ?? root, { create: true })
      expect(await visit().obtain(source)).toMatchObject({ kind: 'done', value: { kept: true } })
      await expectWhole(await visit().store.open(source))
    },
  )
})
