import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { expectWhole, namesIn, setup, VISION } from '../../testing/store/store-setup'
import { modelFiles, TOWER_LENGTH } from '../../testing/store/store-under-test'

describe('without room', () => {
  /** Bytes that the disk still has: less than any tower. */
  const ROOM = 10_000
  const overrideQuota = async (quotaSize?: number) => {
    const origin = location.origin
    await cdp().send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize !== undefined && { quotaSize }),
    })
  }
  afterEach(() => overrideQuota())

  it('a model comes in memory and leaves nothing on disk', async () => {
    const { root, visit, source } = await setup()
    const visitor = visit()
    const { usage = 0 } = await navigator.storage.estimate()
    await overrideQuota(usage + 100_000)
    const obtained = await visitor.obtain(source)
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: false } })
    expect(await visitor.store.list()).toEqual({ kind: 'done', value: [] })
    expect(await namesIn(root, 'parts')).toEqual([])
  })

  it('a disk that is full in the middle of a file is as good as none', async () => {
    const { root, visit, source } = await setup()
    const visitor = visit()
    const signal = new AbortController().signal
    const listed = await visitor.store.examine(source, [], signal)
    if (listed.kind !== 'done') throw new Error('not listed')
    const { usage = 0 } = await navigator.storage.estimate()
    await overrideQuota(usage + 250_000)
    const obtained = await visitor.store.obtain(
      {
        source,
        revision: listed.value.revision,
        // Without sizes no one can know beforehand.
        files: listed.value.files.map((file) => ({ ...file, size: null })),
      },
      { signal, onProgress: () => undefined },
    )
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: false } })
    expect(await visitor.store.list()).toEqual({ kind: 'done', value: [] })
    for (const name of ['blobs', 'parts']) expect(await namesIn(root, name)).toEqual([])
  })

  it('a begun download is finished in memory, and what was there stays for another time', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'stall', after: 100_000 }, times: 1 }])
    const visitor = visit()
    const controller = new AbortController()
    const begun = visitor.obtain(source, controller.signal)
    await visitor.whenProgress(({ loaded }) => loaded >= TOWER_LENGTH / 2 + 100_000)
    controller.abort()
    await begun
    const { usage = 0 } = await navigator.storage.estimate()
    await overrideQuota(usage + ROOM)
    const obtained = await visitor.obtain(source)
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: false } })
    await overrideQuota()
    await expectWhole(await visitor.obtain(source))
    const [whole, again, last = ''] = await visionRanges()
    expect([whole, again]).toEqual(['', 'bytes=100000-'])
    // The little room that there was may have been used before the disk refused.
    const from = Number(/^bytes=(\d+)-$/.exec(last)?.[1])
    expect(from).toBeGreaterThanOrEqual(100_000)
    expect(from).toBeLessThanOrEqual(100_000 + ROOM)
  })

  it('files of the person’s own run from memory, and nothing of them is left behind', async () => {
    const { visit, source } = await setup({ models: { 'test/model': modelFiles(3) } })
    const visitor = visit()
    await visitor.obtain(source)
    const listed = await visitor.store.list()
    const packed = await visitor.store.export(listed.kind === 'done' ? listed.value[0]!.key : '', {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    if (packed.kind !== 'done') throw new Error('not packed')
    const { usage = 0 } = await navigator.storage.estimate()
    await overrideQuota(usage + ROOM)
    const bring = () =>
      visitor.store.import([{ path: 'm.zip', blob: packed.value }], {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      })
    const imported = await bring()
    expect(imported).toMatchObject({ value: { kept: false, source: { id: 'model' }, dtypes: ['fp32'] } })
    const own = { kind: 'disk', id: 'model' } as const
    const opened = await visitor.store.open(own)
    await expectWhole(opened, modelFiles(3))
    expect(opened).toMatchObject({ value: { kept: false } })
    const keys = async () => {
      const { value } = (await visitor.store.list()) as { value: readonly { readonly key: string }[] }
      return value.map(({ key }) => key)
    }
    expect(await keys()).toContain('disk model')
    // Another tab has none of it, and what is deleted is let go.
    expect(await visit().store.open(own)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    await visitor.store.remove('disk model')
    expect(await keys()).not.toContain('disk model')
  })
})
