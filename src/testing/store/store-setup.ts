import { afterEach, expect } from 'vitest'
import type { Outcome } from '../../core/errors/outcome'
import type { ObtainedModel } from '../../protocol/store-api'
import { openModelHub, type HubSetup, type ModelHub } from './model-hub'
import { expectedBytes, modelFiles, openTestStore, uniqueRoot, type StoreUnderTest } from './store-under-test'

/** The file that tests cut, spoil and count requests for: the largest, so the last. */
export const VISION = 'onnx/vision_model.onnx'

/** What `test/model` has. */
export const files = modelFiles(1)

const open: { hubs: ModelHub[]; stores: StoreUnderTest[] } = { hubs: [], stores: [] }

afterEach(async () => {
  for (const { store } of open.stores.splice(0)) store.close()
  for (const hub of open.hubs.splice(0)) await hub.close()
})

/** Opens a hub, and stores whose files lie in one place. All are closed after the test. */
export const setup = async (content: Partial<HubSetup> = { models: { 'test/model': files } }) => {
  const hub = await openModelHub(content)
  open.hubs.push(hub)
  const root = uniqueRoot()
  const visitIn = (folder: string) => {
    const visitor = openTestStore(folder)
    open.stores.push(visitor)
    return visitor
  }
  /** Another tab, or the same one after a reload: the same files, a new worker. */
  const visit = () => visitIn(root)
  const source = { kind: 'hub', host: hub.origin, id: 'test/model', revision: 'main' } as const
  /** Ranges that were asked of the content host for the vision tower, oldest first. */
  const visionRanges = async () =>
    (await hub.requests())
      .filter(({ host, path }) => host === 'content' && path.endsWith(VISION))
      .map(({ range }) => range)
  return { hub, root, visit, visitIn, source, visionRanges }
}

/** Compares what was obtained with what the hub has, byte by byte. */
export const expectWhole = async (outcome: Outcome<ObtainedModel>, expected = files) => {
  expect(outcome).toMatchObject({ kind: 'done' })
  if (outcome.kind !== 'done') return
  for (const [path, content] of Object.entries(expected)) {
    const blob = outcome.value.blobs.get(path)
    expect(blob, path).toBeDefined()
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    const wanted = expectedBytes(content)
    // Not toEqual: it would print hundreds of thousands of numbers.
    expect([path, bytes.length]).toEqual([path, wanted.length])
    expect(
      bytes.findIndex((byte, i) => byte !== wanted[i]),
      path,
    ).toBe(-1)
  }
}

/** A folder of the store, for tests that spoil what is in it. */
export const openFolder = async (root: string, name: string) => {
  let folder = await navigator.storage.getDirectory()
  for (const part of [root, 'models', name]) folder = await folder.getDirectoryHandle(part)
  return folder
}

/** Writes `text` over a file of the store, from `at` on. */
export const overwrite = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  at: number,
  text: string,
) => {
  const writable = await (await folder.getFileHandle(name)).createWritable({ keepExistingData: at > 0 })
  await writable.write({ type: 'write', position: at, data: text })
  await writable.close()
}

/** Names of the files in a folder of the store. */
export const namesIn = async (root: string, name: string) => {
  const names: string[] = []
  for await (const entry of (await openFolder(root, name)).keys()) names.push(entry)
  return names
}

/** Dates the last comparison of every stored model far back. */
export const ageChecks = async (root: string) => {
  const records = await openFolder(root, 'records')
  for (const name of await namesIn(root, 'records')) {
    const text = await (await (await records.getFileHandle(name)).getFile()).text()
    await overwrite(records, name, 0, text.replace(/"checked":\{"at":\d+/, '"checked":{"at":1'))
  }
}
