import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import type { BroughtFile } from '../../../protocol/store-api'
import { expectWhole, files, setup, VISION } from '../../../testing/store-setup'
import { expectedBytes, openTestStore, uniqueRoot } from '../../../testing/store-under-test'

const calmly = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** The test model as files of a folder, each at the path that `place` gives it. */
const folder = (place: (path: string) => string): readonly BroughtFile[] =>
  Object.entries(files).map(([path, content]) => ({
    path: place(path),
    blob: new Blob([Uint8Array.from(expectedBytes(content))]),
  }))

const visitEmpty = () => openTestStore(uniqueRoot())

/** A ZIP with these entries. */
const zip = async (
  entries: Readonly<Record<string, string | Blob>>,
  level = 0,
): Promise<readonly BroughtFile[]> => {
  const writer = new ZipWriter(new BlobWriter(), { level, useWebWorkers: false })
  for (const [path, content] of Object.entries(entries))
    await writer.add(path, typeof content === 'string' ? new TextReader(content) : new BlobReader(content))
  return [{ path: 'pack.zip', blob: await writer.close() }]
}

describe('a pack', () => {
  it('brings a model elsewhere with its source, its revision and its bytes', async () => {
    const { visit, source } = await setup()
    const visitor = visit()
    const obtained = await visitor.obtain(source)
    const listed = await visitor.store.list()
    if (listed.kind !== 'done' || obtained.kind !== 'done') throw new Error('not stored')
    const packed = await visitor.store.export(listed.value[0]!.key, calmly())
    if (packed.kind !== 'done') throw new Error('not packed')
    const elsewhere = visitEmpty()
    const imported = await elsewhere.store.import([{ path: 'model.zip', blob: packed.value }], calmly())
    expect(imported).toMatchObject({
      kind: 'done',
      value: { source, revision: obtained.value.revision, dtypes: ['fp32'], missing: [] },
    })
    await expectWhole(await elsewhere.store.open(source))
    elsewhere.store.close()
  })

  it('with one flipped byte is refused, and nothing of it is kept', async () => {
    const { visit, source } = await setup()
    const visitor = visit()
    await visitor.obtain(source)
    const listed = await visitor.store.list()
    const packed = await visitor.store.export(listed.kind === 'done' ? listed.value[0]!.key : '', calmly())
    if (packed.kind !== 'done') throw new Error('not packed')
    const bytes = new Uint8Array(await packed.value.arrayBuffer())
    bytes[bytes.length >> 1]! ^= 1
    const elsewhere = visitEmpty()
    const imported = await elsewhere.store.import([{ path: 'm.zip', blob: new Blob([bytes]) }], calmly())
    expect(imported).toMatchObject({ kind: 'failed', error: { code: 'MODEL_CORRUPT' } })
    expect(await elsewhere.store.list()).toEqual({ kind: 'done', value: [] })
    elsewhere.store.close()
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
      'grows to a hundred times its size',
      () => zip({ 'config.json': '{}', [VISION]: new Blob([new Uint8Array(200_000_000)]) }, 9),
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
      error: { code: 'UNSUPPORTED_MODEL', detail: expect.stringContaining(gone) as string },
    })
    visitor.store.close()
  })
})
