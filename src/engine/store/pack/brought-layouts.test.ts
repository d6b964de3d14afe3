import { expect, it } from 'vitest'
import type { BroughtFile } from '../../../protocol/store-api'
import { files, VISION } from '../../../testing/store/store-setup'
import { expectedBytes, openTestStore, uniqueRoot } from '../../../testing/store/store-under-test'

const calmly = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const visitEmpty = () => openTestStore(uniqueRoot())

/** The test model as files of a folder, each at the path that `place` gives it. */
const folder = (place: (path: string) => string): readonly BroughtFile[] =>
  Object.entries(files).map(([path, content]) => ({
    path: `clip/${place(path)}`,
    blob: new Blob([Uint8Array.from(expectedBytes(content))]),
  }))

it('a folder that cannot run here is refused by its description, and nothing of it is kept', async () => {
  const { store } = visitEmpty()
  const joint = folder((path) => path.replace('vision_model', 'model'))
  const brought = joint.filter(({ path }) => !path.includes('text_model'))
  expect(await store.import(brought, calmly())).toMatchObject({
    error: { code: 'UNSUPPORTED_MODEL', problem: { kind: 'joint-graph' } },
  })
  expect(await store.list()).toEqual({ kind: 'done', value: [] })
  store.close()
})

it('a folder in another layout is kept by the paths that the app knows', async () => {
  const { store } = visitEmpty()
  const place = (path: string) =>
    path.replace('onnx/vision_model', 'visual/model').replace('onnx/text_model', 'textual/model')
  const imported = await store.import(folder(place), calmly())
  expect(imported.kind === 'done' && imported.value.files.map(({ path }) => path).sort()).toEqual(
    Object.keys(files).sort(),
  )
  store.close()
})

it('the weights that lie beside a graph are kept, and packed', async () => {
  const first = visitEmpty()
  const weights = ['_data', '_data_1'].map((ending) => `${VISION}${ending}`)
  const beside = weights.map((path, i) => ({ path: `clip/${path}`, blob: new Blob([`weights ${i}`]) }))
  const kept = await first.store.import([...folder((path) => path), ...beside], calmly())
  const packed = await first.store.export(kept.kind === 'done' ? kept.value.key : '', calmly())
  first.store.close()
  if (packed.kind !== 'done') throw new Error('not packed')
  const { store } = visitEmpty()
  const imported = await store.import([{ path: 'model.zip', blob: packed.value }], calmly())
  expect(imported.kind === 'done' && imported.value.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(weights),
  )
  store.close()
})
