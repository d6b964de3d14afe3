import {
  BlobReader,
  BlobWriter,
  TextReader,
  ZipWriter,
  type ZipWriterConstructorOptions,
} from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import { formatModelManifest, MANIFEST_FILE } from '../../../core/model/files/model-manifest'
import type { BroughtFile } from '../../../protocol/store-api'
import { expectWhole, files, setup, VISION } from '../../../testing/store/store-setup'
import {
  expectedBytes,
  openTestStore,
  TOWER_LENGTH,
  uniqueRoot,
  type StoreUnderTest,
} from '../../../testing/store/store-under-test'

const calmly = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** The test model as files of a folder, each at the path that `place` gives it. */
const folder = (place: (path: string) => string): readonly BroughtFile[] =>
  Object.entries(files).map(([path, content]) => ({
    path: place(path),
    blob: new Blob([Uint8Array.from(expectedBytes(content))]),
  }))

const NOTHING = { taglens: 1, source: { kind: 'disk', id: 'x' }, revision: '' }

/** The test model as entries of a pack. */
const whole = (): Readonly<Record<string, Blob>> =>
  Object.fromEntries(folder((path) => path).map(({ path, blob }) => [path, blob]))

const visitEmpty = () => openTestStore(uniqueRoot())

/** A ZIP with these entries. */
const zip = async (
  entries: Readonly<Record<string, string | Blob>>,
  options: ZipWriterConstructorOptions = { level: 0 },
): Promise<readonly BroughtFile[]> => {
  const writer = new ZipWriter(new BlobWriter(), { ...options, useWebWorkers: false })
  for (const [path, content] of Object.entries(entries))
    await writer.add(path, typeof content === 'string' ? new TextReader(content) : new BlobReader(content))
  return [{ path: 'pack.zip', blob: await writer.close() }]
}

/** The one model of a store as a pack. */
const packOf = async ({ store }: StoreUnderTest): Promise<readonly BroughtFile[]> => {
  const listed = await store.list()
  const packed = await store.export(listed.kind === 'done' ? listed.value[0]!.key : '', calmly())
  if (packed.kind !== 'done') throw new Error('not packed')
  return [{ path: 'model.zip', blob: packed.value }]
}

/** The test model in the long format, its vision graph of this announced length once it is unpacked. */
const zipThatLies = async (length: bigint): Promise<readonly BroughtFile[]> => {
  const [pack] = await zip(whole(), { level: 0, zip64: true })
  const view = new DataView(await pack!.blob.arrayBuffer())
  // The two lengths of an entry stand side by side, first the one that it has unpacked.
  const isTower = (at: number) => view.getBigUint64(at, true) === BigInt(TOWER_LENGTH)
  for (let at = 0; at + 16 <= view.byteLength; at++)
    if (isTower(at) && isTower(at + 8)) view.setBigUint64(at, length, true)
  return [{ path: 'pack.zip', blob: new Blob([view]) }]
}

describe('a pack', () => {
  it('brings its bytes elsewhere as the person’s own, with what it says that it is', async () => {
    const { visit, source } = await setup()
    const visitor = visit()
    const obtained = await visitor.obtain(source)
    if (obtained.kind !== 'done') throw new Error('not stored')
    const elsewhere = visitEmpty()
    const imported = await elsewhere.store.import(await packOf(visitor), calmly())
    expect(imported).toMatchObject({
      kind: 'done',
      value: {
        source: { kind: 'disk', id: 'model' },
        claim: { source, revision: obtained.value.revision },
        dtypes: ['fp32'],
        missing: [],
      },
    })
    await expectWhole(await elsewhere.store.open({ kind: 'disk', id: 'model' }))
    expect(await elsewhere.store.open(source)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    // And no truer for having been here: the next pack says the same.
    const third = visitEmpty()
    expect(await third.store.import(await packOf(elsewhere), calmly())).toMatchObject({
      value: { claim: { source } },
    })
    for (const { store } of [elsewhere, third]) store.close()
  })

  it('that names a stored model’s source and commit replaces none of its files', async () => {
    const { visit, source } = await setup()
    const visitor = visit()
    const obtained = await visitor.obtain(source)
    if (obtained.kind !== 'done') throw new Error('not stored')
    const lies = await zip({
      ...whole(),
      [VISION]: new Blob(['another graph']),
      [MANIFEST_FILE]: formatModelManifest({ source, revision: obtained.value.revision, files: [] }),
    })
    expect(await visitor.store.import(lies, calmly())).toMatchObject({
      value: { source: { kind: 'disk' }, claim: { source } },
    })
    await expectWhole(await visitor.store.open(source))
    // The same for one that names the person’s own: other files are another model.
    const own = await zip({
      ...whole(),
      [VISION]: new Blob(['a third graph']),
      [MANIFEST_FILE]: formatModelManifest({
        source: { kind: 'disk', id: 'model' },
        revision: '',
        files: [],
      }),
    })
    expect(await visitor.store.import(own, calmly())).toMatchObject({ value: { source: { id: 'model 2' } } })
  })

  it('becomes the hub’s where the hub publishes the same hashes, without its weights being fetched', async () => {
    const { hub, visit, source, visionRanges } = await setup()
    const first = visit()
    await first.obtain(source)
    const pack = await packOf(first)
    const elsewhere = visitEmpty()
    await elsewhere.store.import(pack, calmly())
    const seen = (await visionRanges()).length
    await expectWhole(await elsewhere.obtain(source))
    expect((await visionRanges()).length).toBe(seen)
    expect(await elsewhere.store.list()).toMatchObject({ value: [{ source, claim: null }] })
    expect((await hub.requests()).length).toBeGreaterThan(0)
    elsewhere.store.close()
  })

  it('with one flipped byte is refused, and nothing of it is kept', async () => {
    const { visit, source } = await setup()
    const visitor = visit()
    await visitor.obtain(source)
    const [packed] = await packOf(visitor)
    const bytes = new Uint8Array(await packed!.blob.arrayBuffer())
    bytes[bytes.length >> 1]! ^= 1
    const elsewhere = visitEmpty()
    const imported = await elsewhere.store.import([{ path: 'm.zip', blob: new Blob([bytes]) }], calmly())
    expect(imported).toMatchObject({ kind: 'failed', error: { code: 'MODEL_CORRUPT' } })
    expect(await elsewhere.store.list()).toEqual({ kind: 'done', value: [] })
    elsewhere.store.close()
  })

  it('in the long format of archives over 4 GB is read as any', async () => {
    const visitor = visitEmpty()
    expect(await visitor.store.import(await zip(whole(), { level: 0, zip64: true }), calmly())).toMatchObject(
      {
        kind: 'done',
      },
    )
    await expectWhole(await visitor.store.open({ kind: 'disk', id: 'model' }))
    visitor.store.close()
  })

  it('that is cut is refused', async () => {
    const [whole] = await zip({ 'config.json': '{}' })
    const visitor = visitEmpty()
    const blob = whole!.blob.slice(0, whole!.blob.size - 10)
    expect(await visitor.store.import([{ path: 'm.zip', blob }], calmly())).toMatchObject({
      error: { code: 'MODEL_CORRUPT' },
    })
    visitor.store.close()
  })

  it.each<[string, () => Promise<readonly BroughtFile[]>]>([
    ['leads out of its folder', () => zip({ '../config.json': '{}' })],
    ['names an absolute path', () => zip({ '/etc/config.json': '{}' })],
    ['uses backslashes', () => Promise.resolve([{ path: '..\\config.json', blob: new Blob(['{}']) }])],
    [
      'has thousands of files',
      () => Promise.resolve(Array.from({ length: 10_001 }, (_, i) => ({ path: `${i}`, blob: new Blob() }))),
    ],
    [
      'has two names that differ by how a letter is composed',
      () => zip({ ...whole(), 'caf\u00E9.txt': 'one', 'cafe\u0301.txt': 'other' }),
    ],
    [
      'has two names that differ by a letter that is not seen',
      () => zip({ ...whole(), 'config\u200B.json': '{"other":1}' }),
    ],
    ['says in the long format that a graph of 300 kB has a terabyte', () => zipThatLies(2n ** 40n)],
    [
      'has a manifest that names a file twice',
      () => {
        const file = { path: 'config.json', size: 2, sha256: '0'.repeat(64) }
        return zip({
          ...whole(),
          [MANIFEST_FILE]: JSON.stringify({ ...NOTHING, files: [file, file] }),
        })
      },
    ],
    [
      'grows to a hundred times its size',
      () => zip({ 'config.json': '{}', [VISION]: new Blob([new Uint8Array(200_000_000)]) }, { level: 9 }),
    ],
    ['is empty', () => Promise.resolve([])],
  ])('that %s is refused', async (_, make) => {
    const visitor = visitEmpty()
    expect(await visitor.store.import(await make(), calmly())).toMatchObject({
      kind: 'failed',
      error: { code: 'VALIDATION_ERROR' },
    })
    expect(await visitor.store.list()).toEqual({ kind: 'done', value: [] })
    visitor.store.close()
  })
})

describe('a folder', () => {
  it.each<[string, (path: string) => string, string]>([
    ['in the layout of the hub', (path) => `clip/${path}`, 'clip'],
    ['deep inside another', (path) => `downloads/models/clip/${path}`, 'clip'],
    ['with its towers beside config.json', (path) => `clip/${path.replace('onnx/', '')}`, 'clip'],
    ['given as files without one', (path) => path, 'model'],
  ])('%s is kept under its name', async (_, place, id) => {
    const visitor = visitEmpty()
    const imported = await visitor.store.import(folder(place), calmly())
    expect(imported).toMatchObject({
      kind: 'done',
      value: { source: { kind: 'disk', id }, dtypes: ['fp32'] },
    })
    await expectWhole(await visitor.store.open({ kind: 'disk', id }))
    visitor.store.close()
  })

  it('lets what is no part of the model lie', async () => {
    const visitor = visitEmpty()
    const extra = { path: 'clip/.git/objects/ab', blob: new Blob(['x']) }
    const imported = await visitor.store.import([...folder((path) => `clip/${path}`), extra], calmly())
    expect(imported.kind === 'done' && imported.value.files.map(({ path }) => path)).not.toContain(
      '.git/objects/ab',
    )
    visitor.store.close()
  })

  it('of the same name and other files has a name of its own, and of the same files has not', async () => {
    const visitor = visitEmpty()
    const first = folder((path) => `clip/${path}`)
    await visitor.store.import(first, calmly())
    const other = first.map((file) =>
      file.path === 'clip/config.json' ? { ...file, blob: new Blob(['{"a":1}']) } : file,
    )
    expect(await visitor.store.import(other, calmly())).toMatchObject({ value: { source: { id: 'clip 2' } } })
    expect(await visitor.store.import(first, calmly())).toMatchObject({ value: { source: { id: 'clip' } } })
    visitor.store.close()
  })

  it.each(['config.json', 'tokenizer.json', 'onnx/text_model.onnx'])('without %s says so', async (gone) => {
    const visitor = visitEmpty()
    const brought = folder((path) => `clip/${path}`).filter(
      ({ path }) => !path.endsWith(gone) || path.endsWith(`_${gone}`),
    )
    expect(await visitor.store.import(brought, calmly())).toMatchObject({
      error: { code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path: gone } },
    })
    visitor.store.close()
  })
})
