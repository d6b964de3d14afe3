import { describe, expect, it } from 'vitest'
import { keptPackedPath, packedPath } from '../../core/model/files/packed-path'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { generatedBytes } from '../../testing/store/generated-bytes'
import {
  expectWhole,
  files,
  namesIn,
  openFolder,
  overwrite,
  setup,
  VISION,
} from '../../testing/store/store-setup'
import { TOWER_LENGTH } from '../../testing/store/store-under-test'

const options = { signal: new AbortController().signal, onProgress: () => undefined }

/** More than one piece, so that a write can be cut. */
const content = generatedBytes(77, 5_000_000)
const packed = new Map([[packedPath(VISION), new Blob([content])]])

/** A model of a host without commits, whose files may change under their paths. */
const setupKept = async () => {
  const { hub, root, visit } = await setup({
    models: {},
    folders: { here: files, there: { ...files, [VISION]: { seed: 9, length: TOWER_LENGTH } } },
  })
  const visitor = visit()
  const source = { kind: 'url', baseUrl: `${hub.origin}/here` } as const
  const obtain = async (folder: string, revision: string) => {
    const listed = await visitor.store.examine(
      { kind: 'url', baseUrl: `${hub.origin}/${folder}` },
      ['fp32'],
      options.signal,
    )
    if (listed.kind !== 'done') throw new Error('not listed')
    const { files: listedFiles } = listed.value
    return visitor.store.obtain({ source, revision, files: listedFiles }, options)
  }
  await obtain('here', '1')
  const stored = async (): Promise<StoredModel> => {
    const listed = await visitor.store.list()
    const [model] = listed.kind === 'done' ? listed.value : []
    if (!model) throw new Error('nothing is stored')
    return model
  }
  /** What a next visit is given; of the bytes of `packed` by that word, since millions are not compared one by one. */
  const given = async (): Promise<string | null> => {
    const opened = await visit().store.open(source)
    const blob = opened.kind === 'done' ? opened.value.blobs.get(packedPath(VISION)) : undefined
    if (!blob) return null
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const isSame = bytes.length === content.length && bytes.every((byte, i) => byte === content[i])
    return isSame ? 'packed' : new TextDecoder().decode(bytes)
  }
  const keep = (revision = '1', what = packed) => visitor.store.keepPacked(source, revision, what)
  const kept = async () => (await stored()).files.find(({ path }) => path.endsWith('.packed')) ?? null
  return { root, visit, visitor, source, obtain, stored, given, keep, kept }
}

describe('packed weights that are kept', () => {
  it('are given at the next visit beside the files, and counted', async () => {
    const { visitor, source, keep, given, stored } = await setupKept()
    const before = (await stored()).size
    expect(await keep()).toEqual({ kind: 'done', value: null })
    expect(await given()).toBe('packed')
    expect((await stored()).size).toBe(before + content.length)
    await expectWhole(await visitor.store.open(source))
  })

  it('are kept while models are listed, which collects what no record names', async () => {
    const { visit, keep, given } = await setupKept()
    const [one, another] = [visit(), visit()]
    const state = { kept: false }
    const list = async ({ store }: typeof one) => {
      while (!state.kept) await store.list()
    }
    const listing = [list(one), list(another)]
    // Each has several moments at which its part is there, and not open.
    for (let time = 0; time < 8; time += 1) expect(await keep()).toEqual({ kind: 'done', value: null })
    state.kept = true
    await Promise.all(listing)
    expect(await given()).toBe('packed')
  })

  it('take the place of those before them, whose bytes go', async () => {
    const { root, keep, given, stored } = await setupKept()
    const before = (await namesIn(root, 'blobs')).length
    await keep()
    await keep('1', new Map([[packedPath(VISION), new Blob(['packed again'])]]))
    expect(await given()).toBe('packed again')
    await stored()
    expect((await namesIn(root, 'blobs')).length).toBe(before + 1)
  })

  it('go with the model', async () => {
    const { root, visitor, keep, stored } = await setupKept()
    await keep()
    await visitor.store.remove((await stored()).key)
    expect(await namesIn(root, 'blobs')).toEqual([])
    expect(await keep()).toEqual({ kind: 'done', value: null })
    expect([await namesIn(root, 'blobs'), await namesIn(root, 'parts')]).toEqual([[], []])
  })

  it('are not given once their graph is another, also under the same name', async () => {
    const { obtain, keep, given } = await setupKept()
    await keep()
    await obtain('there', '2')
    expect(await given()).toBeNull()
    // Packed of the files before.
    await keep('1')
    expect(await given()).toBeNull()
    await keep('2')
    expect(await given()).toBe('packed')
  })

  it('are not kept of a graph that is not there', async () => {
    const { root, keep, kept } = await setupKept()
    await keep('1', new Map([[packedPath('onnx/other.onnx'), new Blob(['x'])]]))
    expect(await kept()).toBeNull()
    expect(await namesIn(root, 'parts')).toEqual([])
  })

  it('that were cut off are not given, and leave nothing behind', async () => {
    const { root, visit, visitor, source, keep, given, stored } = await setupKept()
    const keeping = keep()
    visitor.kill()
    // Made again by the worker that takes the place of the one that died.
    await keeping
    expect(await given()).toBe('packed')
    expect(await namesIn(root, 'parts')).toEqual([])
    const sha256 = (await stored()).files.find(({ path }) => path.endsWith('.packed'))?.sha256 ?? ''
    const file = await (await openFolder(root, 'blobs')).getFileHandle(sha256)
    const writable = await file.createWritable({ keepExistingData: true })
    await writable.truncate(4_000_000)
    await writable.close()
    expect(await given()).toBeNull()
    expect(await visit().store.recheck(source, options)).toEqual({
      kind: 'done',
      value: [],
    })
  })

  it('that have rotted are found by a comparison, and the model stays', async () => {
    const { root, visitor, source, keep, kept, given } = await setupKept()
    await keep()
    const file = await kept()
    expect(file?.path).toBe(keptPackedPath(VISION, file?.path.split('.').at(-2) ?? ''))
    await overwrite(await openFolder(root, 'blobs'), file?.sha256 ?? '', 1000, 'rotten')
    expect(await visitor.store.recheck(source, options)).toEqual({ kind: 'done', value: [] })
    expect(await given()).toBeNull()
    expect(await kept()).toBeNull()
    await expectWhole(await visitor.store.open(source))
  })

  it('do not travel in a pack: another machine makes its own', async () => {
    const { visitor, keep, stored } = await setupKept()
    const [key, before] = [(await stored()).key, await visitor.store.export((await stored()).key, options)]
    await keep()
    const after = await visitor.store.export(key, options)
    const sizes = [before, after].map((outcome) => (outcome.kind === 'done' ? outcome.value.size : null))
    expect(sizes[1]).toBe(sizes[0])
  })
})
