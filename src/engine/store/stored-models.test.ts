import { describe, expect, it } from 'vitest'
import {
  expectWhole,
  files,
  namesIn,
  openFolder,
  overwrite,
  setup,
  VISION,
} from '../../testing/store/store-setup'
import { TOWER_LENGTH, uniqueRoot } from '../../testing/store/store-under-test'
import { parseModelManifest } from '../../core/model/files/model-manifest'

describe('a stored model', () => {
  it('that has been spoiled on disk is found out, and fetched again', async () => {
    const { root, visit, source, visionRanges } = await setup()
    const visitor = visit()
    const signal = new AbortController().signal
    await visitor.obtain(source)
    expect(await visitor.store.recheck(source, { signal, onProgress: () => undefined })).toEqual({
      kind: 'done',
      value: [],
    })
    const listed = await visitor.store.list()
    const vision = listed.kind === 'done' ? listed.value[0]?.files.find(({ path }) => path === VISION) : null
    await overwrite(await openFolder(root, 'blobs'), vision!.sha256, 1000, 'spoiled')
    expect(await visitor.store.recheck(source, { signal, onProgress: () => undefined })).toEqual({
      kind: 'done',
      value: [VISION],
    })
    expect(await visitor.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    await expectWhole(await visitor.obtain(source))
    expect(await visionRanges()).toEqual(['', ''])
  })

  it('whose record is spoiled loses its entry and not its weights', async () => {
    const { root, visit, source, visionRanges } = await setup()
    await visit().obtain(source)
    const records = await openFolder(root, 'records')
    for (const name of await namesIn(root, 'records')) await overwrite(records, name, 0, '{"half of')
    const visitor = visit()
    expect(await visitor.store.list()).toEqual({ kind: 'done', value: [] })
    await expectWhole(await visitor.obtain(source))
    expect(await visionRanges()).toEqual([''])
  })

  it('survives a crash in the middle of writing its record', async () => {
    const { root, visit, source } = await setup()
    const visitor = visit()
    await visitor.obtain(source)
    await visitor.store.open(source)
    const [newest] = await Promise.all(
      (await namesIn(root, 'records')).map(async (name) => {
        const file = await (await (await openFolder(root, 'records')).getFileHandle(name)).getFile()
        return { name, serial: (JSON.parse(await file.text()) as { serial: number }).serial }
      }),
    ).then((slots) => slots.sort((a, b) => b.serial - a.serial))
    await overwrite(await openFolder(root, 'records'), newest!.name, 0, '{"half of')
    await visit().store.list()
    await expectWhole(await visit().store.open(source))
  })

  it('answers until its update is whole', async () => {
    const { hub, visit, source } = await setup({
      models: {},
      folders: { old: files, new: { ...files, [VISION]: { seed: 9, length: TOWER_LENGTH } } },
    })
    const visitor = visit()
    const at = (folder: string) => ({ kind: 'url', baseUrl: `${hub.origin}/${folder}` }) as const
    const signal = new AbortController().signal
    const options = { signal, onProgress: () => undefined }
    const listings = await Promise.all(
      ['old', 'new'].map((folder) => visitor.store.examine(at(folder), ['fp32'], signal)),
    )
    const [old, next] = listings.map((listing) => (listing.kind === 'done' ? listing.value.files : []))
    await visitor.store.obtain({ source: at('old'), revision: '1', files: old! }, options)
    await hub.setFaults([{ path: VISION, mishap: { kind: 'status', status: 503 } }])
    expect(
      await visitor.store.obtain({ source: at('old'), revision: '2', files: next! }, options),
    ).toMatchObject({ kind: 'failed' })
    const opened = await visitor.store.open(at('old'))
    await expectWhole(opened)
    expect(opened).toMatchObject({ value: { revision: '1' } })
    await hub.setFaults([])
    await visitor.store.obtain({ source: at('old'), revision: '2', files: next! }, options)
    expect(await visitor.store.open(at('old'))).toMatchObject({ value: { revision: '2' } })
    expect(source.kind).toBe('hub')
  })

  it('can go back from its update until that has run, and after one that can never come', async () => {
    const { hub, visit } = await setup({
      models: {},
      folders: { here: files },
    })
    const { store } = visit()
    const { signal } = new AbortController()
    const source = { kind: 'url', baseUrl: `${hub.origin}/here` } as const
    const listed = await store.examine(source, ['fp32'], signal)
    if (listed.kind !== 'done') throw new Error('not listed')
    const { files: listedFiles } = listed.value
    const obtain = (revision: string) =>
      store.obtain({ source, revision, files: listedFiles }, { signal, onProgress: () => undefined })
    const opened = async () => {
      const outcome = await store.open(source)
      return outcome.kind === 'done' ? [outcome.value.revision, outcome.value.canGoBack] : outcome
    }
    await obtain('1')
    await obtain('2')
    expect(await opened()).toEqual(['2', true])
    await store.settle(source, 'previous')
    await expectWhole(await store.open(source))
    expect(await opened()).toEqual(['1', false])
    await obtain('2')
    await store.settle(source, 'newest')
    expect(await opened()).toEqual(['2', false])
    await hub.setFaults([{ path: VISION, mishap: { kind: 'status', status: 503 } }])
    await obtain('3')
    expect(await store.list()).toMatchObject({ value: [{ revision: '2', updating: true }] })
    await hub.setFaults([{ path: VISION, mishap: { kind: 'status', status: 404 } }])
    await obtain('3')
    expect(await store.list()).toMatchObject({ value: [{ revision: '2', missing: [] }] })
    expect(await opened()).toEqual(['2', false])
  })

  it('is kept where files cannot be renamed', async () => {
    const { visitIn, source } = await setup()
    const root = `${uniqueRoot()}-without-move`
    await visitIn(root).obtain(source)
    await expectWhole(await visitIn(root).store.open(source))
    expect(await namesIn(root, 'parts')).toEqual([])
  })

  it('leaves nothing behind when it is deleted', async () => {
    const { root, visit, source } = await setup()
    const visitor = visit()
    await visitor.obtain(source)
    const listed = await visitor.store.list()
    await visitor.store.remove(listed.kind === 'done' ? listed.value[0]!.key : '')
    for (const name of ['blobs', 'parts', 'records']) expect(await namesIn(root, name)).toEqual([])
  })
})

describe('a host', () => {
  it('that lists files is believed about sizes and hashes, over all its pages', async () => {
    const { visit, source } = await setup()
    const listed = await visit().store.examine(source, [], new AbortController().signal)
    expect(listed).toMatchObject({
      kind: 'done',
      value: { revision: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
    })
    const found = listed.kind === 'done' ? listed.value.files : []
    expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort())
    expect(found.find(({ path }) => path === VISION)).toMatchObject({
      size: TOWER_LENGTH,
      hash: { algorithm: 'sha256' },
    })
    expect(found.find(({ path }) => path === 'config.json')).toMatchObject({
      hash: { algorithm: 'git-sha1' },
    })
  })

  it('without a listing is asked for each file', async () => {
    const { hub, visit } = await setup({ folders: { plain: files } })
    const source = { kind: 'url', baseUrl: `${hub.origin}/plain/` } as const
    const visitor = visit()
    await expectWhole(await visitor.obtain(source))
    expect(
      (await hub.requests()).filter(({ method, path }) => method === 'GET' && path.endsWith(VISION)),
    ).toHaveLength(1)
  })

  it('with a manifest is held to its hashes', async () => {
    const manifest = JSON.stringify({
      taglens: 1,
      source: { kind: 'disk', id: 'x' },
      revision: 'abc',
      files: [{ path: 'config.json', size: 22, sha256: '0'.repeat(64) }],
    })
    expect(parseModelManifest(JSON.parse(manifest))).not.toBeNull()
    const { hub, visit } = await setup({ folders: { plain: { ...files, 'taglens-model.json': manifest } } })
    const obtained = await visit().obtain({ kind: 'url', baseUrl: `${hub.origin}/plain` })
    expect(obtained).toMatchObject({ kind: 'failed', error: { code: 'MODEL_CORRUPT' } })
  })

  it('that has no such model says so', async () => {
    const { visit, source } = await setup()
    expect(await visit().obtain({ ...source, id: 'test/none' })).toMatchObject({
      error: { code: 'MODEL_NOT_FOUND' },
    })
  })
})

it('a host that says nothing is not asked again and again', async () => {
  const { hub, visit, source } = await setup()
  await hub.setFaults([{ path: '', mishap: { kind: 'silent' } }])
  const listed = await visit().store.examine(source, ['fp32'], new AbortController().signal)
  expect(listed).toMatchObject({ kind: 'failed', error: { code: 'NETWORK', status: 0 } })
  // Its API, and what the rest of the time is for: its files.
  expect((await hub.requests()).map(({ status }) => status)).toEqual([0, 0])
})
