import { describe, expect, it } from 'vitest'
import type { HubFault, Mishap } from '../../../testing/store/hub-fault'
import { expectWhole, files, setup, VISION } from '../../../testing/store/store-setup'
import { modelFiles, TOWER_LENGTH, type StoreUnderTest } from '../../../testing/store/store-under-test'

/** Bytes of everything that comes before the vision tower. */
const beforeVision = TOWER_LENGTH / 2

const expectHonestProgress = async ({ progress }: StoreUnderTest) => {
  // What is told comes by a way of its own, which may take longer than the answer.
  await expect.poll(() => progress.at(-1)?.loaded).toBe(progress.at(-1)?.total)
  const loaded = progress.map((told) => told.loaded)
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
  expect(new Set(progress.map(({ total }) => total)).size).toBe(1)
}

describe('a model', () => {
  it('is downloaded, kept, and opened again without a request', async () => {
    const { hub, visit, source } = await setup()
    const obtained = await visit().obtain(source)
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: true } })
    await hub.setFaults([{ path: '', mishap: { kind: 'status', status: 503 } }])
    const asked = (await hub.requests()).length
    const later = visit()
    await expectWhole(await later.store.open(source))
    expect(await later.store.list()).toMatchObject({
      kind: 'done',
      value: [{ source, dtypes: ['fp32'], missing: [], files: expect.anything() as unknown }],
    })
    expect((await hub.requests()).length).toBe(asked)
  })

  it('brings the small files that were read to judge it once, however often it is asked about', async () => {
    const { hub, visit, source } = await setup()
    const visitor = visit()
    await visitor.store.examine(source, ['fp32'], new AbortController().signal)
    await expectWhole(await visitor.obtain(source))
    const asked = (await hub.requests()).map(({ path }) => path)
    const count = (name: string) => asked.filter((path) => path.endsWith(`/${name}`)).length
    expect(['config.json', 'preprocessor_config.json', 'tokenizer.json'].map(count)).toEqual([1, 1, 1])
  })

  it('comes with what is enough first, and is not whole before the rest', async () => {
    const { hub, visit, source } = await setup()
    const { store } = visit()
    const options = { signal: new AbortController().signal, onProgress: () => undefined }
    const listed = await store.examine(source, ['fp32'], options.signal)
    if (listed.kind !== 'done') throw new Error('not listed')
    const { revision, files: all } = listed.value
    const first = all.filter(({ path }) => path === VISION || path === 'config.json')
    const begun = await store.obtain({ source, revision, files: all, first }, options)
    expect(begun.kind === 'done' && [...begun.value.blobs.keys()].sort()).toEqual(['config.json', VISION])
    expect(await store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    const asked = (await hub.requests()).filter(({ path }) => path.endsWith(VISION)).length
    await expectWhole(await store.obtain({ source, revision, files: all }, options))
    expect((await hub.requests()).filter(({ path }) => path.endsWith(VISION)).length).toBe(asked)
    expect(await store.open(source)).toMatchObject({ kind: 'done' })
  })

  it('goes on from the last byte after its worker was killed', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'drip', bytes: 20_000, pause: 100 }, times: 1 }])
    const first = visit()
    void first.obtain(source)
    await first.whenProgress(({ loaded }) => loaded > beforeVision + 50_000)
    first.kill()
    // And its page with it, which would start another one that goes on as well.
    first.store.close()
    const second = visit()
    expect(await second.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    expect(await second.store.list()).toMatchObject({ value: [{ dtypes: [], missing: [{ path: VISION }] }] })
    await expectWhole(await second.obtain(source))
    await expectHonestProgress(second)
    const [, range = ''] = await visionRanges()
    expect(Number(/^bytes=(\d+)-$/.exec(range)?.[1])).toBeGreaterThan(50_000)
    expect(second.progress[0]?.stage).not.toBe('opening')
  })

  it('goes on by itself when its worker dies', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'drip', bytes: 20_000, pause: 100 }, times: 1 }])
    const visitor = visit()
    const obtained = visitor.obtain(source)
    await visitor.whenProgress(({ loaded }) => loaded > beforeVision + 50_000)
    visitor.kill()
    await expectWhole(await obtained)
    await expectHonestProgress(visitor)
    expect(await visionRanges()).toEqual(['', expect.stringMatching(/^bytes=[5-9]\d{4}-$|^bytes=\d{6}-$/)])
  })

  it('goes on from the last byte after it was cancelled', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'stall', after: 100_000 }, times: 1 }])
    const visitor = visit()
    const controller = new AbortController()
    const obtained = visitor.obtain(source, controller.signal)
    await visitor.whenProgress(({ loaded }) => loaded >= beforeVision + 100_000)
    controller.abort()
    expect(await obtained).toEqual({ kind: 'cancelled' })
    await expectWhole(await visitor.obtain(source))
    expect(await visionRanges()).toEqual(['', 'bytes=100000-'])
  })

  it('survives a connection that is cut at ten places', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'cut', after: 25_000 }, times: 10 }])
    const visitor = visit()
    await expectWhole(await visitor.obtain(source))
    await expectHonestProgress(visitor)
    const starts = (await visionRanges()).map((range) => Number(/\d+/.exec(range)?.[0] ?? 0))
    expect(starts).toHaveLength(11)
    // Where the end overtakes the last bytes, a try may bring none; none is ever asked for twice.
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts.at(-1)).toBeGreaterThan(100_000)
  })

  const cut: HubFault = { path: VISION, mishap: { kind: 'cut', after: 100_000 }, times: 1 }
  it.each<[string, readonly HubFault[]]>([
    ['one flipped byte', [{ path: VISION, mishap: { kind: 'flip', at: 7 }, times: 1 }]],
    [
      '429 that asks for a second',
      [{ path: VISION, mishap: { kind: 'status', status: 429, retryAfter: '1' }, times: 1 }],
    ],
    ['503, twice', [{ path: VISION, mishap: { kind: 'status', status: 503 }, times: 2 }]],
    ['an expired signed address', [cut, { path: VISION, mishap: { kind: 'status', status: 403 }, times: 1 }]],
    ['a slow drip', [{ path: VISION, mishap: { kind: 'drip', bytes: 50_000, pause: 300 } }]],
    ['a socket that stalls', [{ path: VISION, mishap: { kind: 'stall', after: 40_000 }, times: 1 }]],
    ['a wrong length, once', [{ path: VISION, mishap: { kind: 'length', length: 400_000 }, times: 1 }]],
    ['a host without ranges', [cut, { path: VISION, mishap: { kind: 'no-ranges' } }]],
    ['a version that changes', [cut, { path: VISION, mishap: { kind: 'etag', etag: '"other"' } }]],
    ['a small file that is cut', [{ path: 'tokenizer.json', mishap: { kind: 'cut', after: 5 }, times: 1 }]],
  ])('arrives whole in spite of %s', async (_, faults) => {
    const { hub, visit, source } = await setup()
    await hub.setFaults(faults)
    const visitor = visit()
    const obtained = await visitor.obtain(source)
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: true } })
    await expectHonestProgress(visitor)
    await expectWhole(await visit().store.open(source))
  })

  it.each<[string, Mishap, object]>([
    ['a byte that is always flipped', { kind: 'flip', at: 7 }, { code: 'MODEL_CORRUPT' }],
    ['a page in place of the file', { kind: 'html' }, { code: 'MODEL_NOT_FOUND' }],
    ['404', { kind: 'status', status: 404 }, { code: 'MODEL_NOT_FOUND' }],
    ['410', { kind: 'status', status: 410 }, { code: 'MODEL_NOT_FOUND' }],
    ['a length that is always wrong', { kind: 'length', length: 400_000 }, { code: 'MODEL_CORRUPT' }],
    ['503 that does not pass', { kind: 'status', status: 503 }, { code: 'NETWORK', status: 503 }],
    [
      '429 for an hour',
      { kind: 'status', status: 429, retryAfter: '3600' },
      { code: 'NETWORK', status: 429 },
    ],
    ['a host that says nothing', { kind: 'stall', after: 0 }, { code: 'NETWORK', status: 0 }],
    ['a connection that always ends at once', { kind: 'cut', after: 0 }, { code: 'NETWORK', status: 0 }],
  ])('is refused and not stored after %s', async (_, mishap, error) => {
    const { hub, visit, source } = await setup()
    await hub.setFaults([{ path: VISION, mishap }])
    const visitor = visit()
    expect(await visitor.obtain(source)).toMatchObject({ kind: 'failed', error })
    expect(await visitor.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    const listed = await visitor.store.list()
    const stored = listed.kind === 'done' ? listed.value.flatMap((model) => model.files) : []
    expect(stored.map(({ path }) => path)).not.toContain(VISION)
    await hub.setFaults([])
    await expectWhole(await visitor.obtain(source))
  })

  it('that two tabs want at once is downloaded once', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'drip', bytes: 50_000, pause: 100 } }])
    const [one, other] = [visit(), visit()]
    const first = one.obtain(source)
    await one.whenProgress(({ stage }) => stage === 'downloading')
    const second = other.obtain(source)
    await expectWhole(await first)
    await expectWhole(await second)
    expect(other.progress.map(({ stage }) => stage)).toContain('waiting')
    expect(await visionRanges()).toEqual([''])
  })

  it('shares files with another model, and deleting one leaves the other whole', async () => {
    const others = { ...modelFiles(5), [VISION]: files[VISION] ?? '' }
    const { visit, source, visionRanges } = await setup({
      models: { 'test/model': files, 'test/other': others },
    })
    const visitor = visit()
    await visitor.obtain(source)
    const other = { ...source, id: 'test/other' }
    await expectWhole(await visitor.obtain(other), others)
    expect(await visionRanges()).toEqual([''])
    const listed = await visitor.store.list()
    expect(listed).toMatchObject({ value: [{ source: other }, { source }] })
    if (listed.kind === 'done') await visitor.store.remove(listed.value[1]!.key)
    await expectWhole(await visitor.store.open(other), others)
    expect(await visitor.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
  })

  it('that is deleted in the middle of its download is gone', async () => {
    const { hub, visit, source } = await setup()
    await hub.setFaults([{ path: VISION, mishap: { kind: 'drip', bytes: 10_000, pause: 200 } }])
    const [one, other] = [visit(), visit()]
    const obtained = one.obtain(source)
    await one.whenProgress(({ loaded }) => loaded > beforeVision)
    const listed = await other.store.list()
    if (listed.kind === 'done') await other.store.remove(listed.value[0]!.key)
    expect(await obtained).toEqual({ kind: 'cancelled' })
    expect(await other.store.list()).toEqual({ kind: 'done', value: [] })
  })

  it('comes in memory where the browser keeps nothing', async () => {
    const { source, visitIn } = await setup()
    // No folder can have this name, so the worker is given none.
    const visitor = visitIn('no/such/folder')
    const obtained = await visitor.obtain(source)
    await expectWhole(obtained)
    expect(obtained).toMatchObject({ value: { kept: false } })
    expect(await visitor.store.list()).toEqual({ kind: 'done', value: [] })
  })
})
