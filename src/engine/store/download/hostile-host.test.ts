import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../../core/brands'
import { files, namesIn, setup, VISION } from '../../../testing/store/store-setup'

describe('a host', () => {
  it('whose listing goes on at another host is not followed there', async () => {
    const { hub, visit, source } = await setup()
    const other = await setup()
    const listing = { path: '/tree/' }
    const elsewhere = `${other.hub.origin}/api/models/test/model/tree/main?recursive=true`
    const about = await visit().store.examine(source, [], new AbortController().signal)
    if (about.kind !== 'done') throw new Error('not listed')
    await hub.setFaults([
      { path: listing.path + about.value.revision, mishap: { kind: 'next-page', url: elsewhere } },
    ])
    expect(await visit().store.examine(source, [], new AbortController().signal)).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_CORRUPT', detail: expect.stringContaining(other.hub.origin) as string },
    })
    expect(await other.hub.requests()).toEqual([])
  })

  it.each([
    ['a listing', '/revision/main', /more than 16 MB/],
    ['a tokenizer', '/tokenizer.json', /more than 67108864 bytes/],
  ])('that sends %s without an end is given up, by name', async (_, path, detail) => {
    const { hub, root, visit, source } = await setup({
      models: { 'test/model': files },
      folders: { plain: files },
    })
    await hub.setFaults([{ path, mishap: { kind: 'endless' } }])
    // A plain host publishes no hash, and so no length that text is held to.
    const from =
      path === '/tokenizer.json' ? ({ kind: 'url', baseUrl: `${hub.origin}/plain` } as const) : source
    expect(await visit().obtain(from)).toMatchObject({
      kind: 'failed',
      error: {
        code: 'MODEL_CORRUPT',
        file: expect.stringContaining(path) as string,
        detail: expect.stringMatching(detail) as string,
      },
    })
    expect(await visit().store.list()).toEqual({ kind: 'done', value: [] })
    for (const name of ['blobs', 'parts']) expect(await namesIn(root, name)).toEqual([])
  })

  it('that announces a graph larger than a graph can be is not asked for it', async () => {
    const { hub, visit, source } = await setup()
    const visitor = visit()
    const listed = await visitor.store.examine(source, [], new AbortController().signal)
    if (listed.kind !== 'done') throw new Error('not listed')
    const { revision } = listed.value
    const huge = listed.value.files.map((file) =>
      file.path === VISION ? { ...file, size: (2 ** 31 + 1) as Bytes } : file,
    )
    const options = { signal: new AbortController().signal, onProgress: () => undefined }
    expect(await visitor.store.obtain({ source, revision, files: huge }, options)).toMatchObject({
      error: { code: 'MODEL_CORRUPT', file: expect.stringContaining(VISION) as string },
    })
    expect((await hub.requests()).filter(({ path }) => path.endsWith(VISION))).toEqual([])
  })
})
