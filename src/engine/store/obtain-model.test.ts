import { afterEach, describe, expect, it } from 'vitest'
import { openModelHub, type HubSetup, type ModelHub } from '../../testing/model-hub'
import {
  expectedBytes,
  modelFiles,
  openTestStore,
  uniqueRoot,
  type StoreUnderTest,
} from '../../testing/store-under-test'
import type { ObtainedModel } from '../../protocol/store-api'
import type { Outcome } from '../../core/outcome'

const VISION = 'onnx/vision_model.onnx'
const files = modelFiles(1)
const open: { hubs: ModelHub[]; stores: StoreUnderTest[] } = { hubs: [], stores: [] }

afterEach(async () => {
  for (const { store } of open.stores.splice(0)) store.close()
  for (const hub of open.hubs.splice(0)) await hub.close()
})

const setup = async (content: Partial<HubSetup> = { models: { 'test/model': files } }) => {
  const hub = await openModelHub(content)
  open.hubs.push(hub)
  const root = uniqueRoot()
  /** Another tab, or the same one after a reload: the same files, a new worker. */
  const visit = () => {
    const visitor = openTestStore(root)
    open.stores.push(visitor)
    return visitor
  }
  const source = { kind: 'hub', host: hub.origin, id: 'test/model', revision: 'main' } as const
  /** Ranges that were asked of the content host for the vision tower, oldest first. */
  const visionRanges = async () =>
    (await hub.requests())
      .filter(({ host, path }) => host === 'content' && path.endsWith(VISION))
      .map(({ range }) => range)
  return { hub, visit, source, visionRanges }
}

/** Compares what was obtained with what the hub has, byte by byte. */
const expectWhole = async (outcome: Outcome<ObtainedModel>, expected = files) => {
  expect(outcome).toMatchObject({ kind: 'done' })
  if (outcome.kind !== 'done') return
  for (const [path, content] of Object.entries(expected)) {
    const blob = outcome.value.blobs.get(path)
    expect(blob, path).toBeDefined()
    const bytes = new Uint8Array(await blob!.arrayBuffer())
    // Not toEqual: it would print hundreds of thousands of numbers.
    expect(bytes.length, path).toBe(expectedBytes(content).length)
    expect(bytes.every((byte, i) => byte === expectedBytes(content)[i]) || path).toBe(true)
  }
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
})
