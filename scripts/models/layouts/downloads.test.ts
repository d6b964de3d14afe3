import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Milliseconds } from '../../../src/core/brands.ts'
import { DOWNLOAD_LIMITS } from '../../../src/core/model/download/retry.ts'
import { fileAddress } from '../../../src/core/model/hub/hub-tree.ts'
import type { RemoteSource } from '../../../src/core/model/model-source.ts'
import type { ListedFile } from '../../../src/core/model/stored/stored-model.ts'
import { downloadFile } from '../../../src/engine/store/download/download-file.ts'
import { createDownloadTarget } from '../../../src/engine/store/download/download-target.ts'
import { examineSource } from '../../../src/engine/store/examine/examine-source.ts'
import { createReadAhead } from '../../../src/engine/store/examine/read-ahead.ts'
import { buildColorModel } from '../../../src/testing/color-model/build-color-model.ts'
import type { HubRepository } from '../../../src/testing/color-model/hub-repository.ts'
import { generatedBytes } from '../../../src/testing/store/generated-bytes.ts'
import type { Mishap } from '../../../src/testing/store/hub-fault.ts'
import { type HubServer, startHubServer } from '../../hosts/hub-server.ts'
import type { HubHandler } from '../../hosts/hub/hub-handler.ts'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'

const VISION = 'onnx/vision_model.onnx'
const weights = generatedBytes(7, 300_000)
const files: HubRepository = new Map([...buildColorModel(), [VISION, weights]])
const { signal } = new AbortController()
const limits = { ...DOWNLOAD_LIMITS, firstDelay: 5 as Milliseconds, longestDelay: 10 as Milliseconds }

/** What the hub answers for a repository that has another name now. */
const renamedRepository =
  (from: string, to: string): HubHandler =>
  ({ path, host, query }) => {
    if (host !== 'hub' || !path.includes(`/${from}/`)) return undefined
    const search = [...query].map(([key, value]) => `${key}=${value}`).join('&')
    return { status: 307, headers: { Location: `${path.replace(from, to)}${search && `?${search}`}` } }
  }

let hub: HubServer
/** What the branch of `test/moving` has now. */
let moving: HubRepository
beforeEach(async () => {
  moving = files
  hub = await startHubServer([
    serveRepository('test/model', files),
    renamedRepository('old/name', 'test/model'),
    (request) => serveRepository('test/moving', moving)(request),
  ])
})
afterEach(() => hub.close())

const at = (id: string): Extract<RemoteSource, { kind: 'hub' }> => ({
  kind: 'hub',
  host: hub.origin,
  id,
  revision: 'main',
})
const befall = (mishap: Mishap, path = VISION, times = 1) => {
  hub.setFaults([{ path, mishap, times }])
}

const list = async (source: RemoteSource) => {
  const listed = await examineSource(source, ['fp32'], { limits, readAhead: createReadAhead() }, signal)
  if (listed.kind !== 'done') throw new Error(JSON.stringify(listed))
  const file = listed.value.files.find(({ path }) => path === VISION)
  if (!file) throw new Error('not listed')
  return { file, revision: listed.value.revision }
}

/** Fetches a file as the store does where it may keep nothing, over whatever is there already. */
const fetchFile = async (
  source: RemoteSource,
  { file, revision }: { readonly file: ListedFile; readonly revision: string },
  there: { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string } | null = null,
) => {
  const target = createDownloadTarget(null, false)
  if (there) {
    await target.begin(there.etag)
    target.append(there.bytes)
  }
  const waits: (number | null)[] = []
  const outcome = await downloadFile(fileAddress(source, revision, file), file, target, {
    limits,
    signal,
    onCount: () => undefined,
    onChecking: () => undefined,
    onWait: (until) => waits.push(until),
  })
  return { outcome, waits, bytes: new Uint8Array((await target.inMemory()?.arrayBuffer()) ?? []) }
}

const ranges = () =>
  hub.requests
    .filter(({ host, path }) => host === 'content' && path.endsWith(VISION))
    .map(({ range }) => range)

describe('a download', () => {
  test('keeps its bytes where the host has another name for the same content', async () => {
    const listed = await list(at('test/model'))
    befall({ kind: 'etag', etag: '"other"' })
    const half = { bytes: weights.slice(0, 150_000), etag: '"one"' }
    const { outcome, bytes } = await fetchFile(at('test/model'), listed, half)
    expect(outcome).toEqual({ kind: 'done', value: createHash('sha256').update(weights).digest('hex') })
    expect(bytes.length).toBe(weights.length)
    expect(ranges()).toEqual(['bytes=150000-'])
  })

  test('begins again where no hash says that it is the same content', async () => {
    const { file, revision } = await list(at('test/model'))
    befall({ kind: 'etag', etag: '"other"' })
    const half = { bytes: generatedBytes(8, 150_000), etag: '"one"' }
    const { outcome, bytes } = await fetchFile(
      at('test/model'),
      { file: { ...file, hash: null }, revision },
      half,
    )
    expect(outcome.kind).toBe('done')
    expect(bytes).toEqual(weights)
    expect(ranges()).toEqual(['bytes=150000-', ''])
  })

  test.each<[string, Mishap]>([
    ['RateLimit', { kind: 'status', status: 429, headers: { RateLimit: '"resolvers";r=0;t=1' } }],
    ['Retry-After', { kind: 'status', status: 429, retryAfter: '1' }],
  ])('waits as long as %s says, and tells until when', async (_, mishap) => {
    const listed = await list(at('test/model'))
    befall(mishap)
    const { outcome, waits } = await fetchFile(at('test/model'), listed)
    expect(outcome.kind).toBe('done')
    expect(waits).toEqual([expect.any(Number), null])
  })

  test('gives up where more than five minutes are asked for, and says how long', async () => {
    const listed = await list(at('test/model'))
    befall({ kind: 'status', status: 429, headers: { RateLimit: '"resolvers";r=0;t=301' } })
    expect((await fetchFile(at('test/model'), listed)).outcome).toMatchObject({
      error: { code: 'NETWORK', status: 429, retryAfter: 301_000 },
    })
  })

  test('of a commit goes on while its branch moves', async () => {
    const listed = await list(at('test/moving'))
    moving = new Map([...files, ['README.md', 'newer']])
    expect((await list(at('test/moving'))).revision).not.toBe(listed.revision)
    expect((await fetchFile(at('test/moving'), listed)).outcome.kind).toBe('done')
  })

  test('of a repository that was renamed follows it', async () => {
    const { outcome } = await fetchFile(at('old/name'), await list(at('old/name')))
    expect(outcome.kind).toBe('done')
  })
})

describe('a plan', () => {
  const refuse = (status: number, code: string, path: string) => {
    befall({ kind: 'status', status, headers: { 'X-Error-Code': code } }, path, 99)
    return examineSource(at('test/model'), ['fp32'], { limits, readAhead: createReadAhead() }, signal)
  }

  test('says that a model is gated, before anything of it comes', async () => {
    expect(await refuse(401, 'GatedRepo', 'config.json')).toMatchObject({
      kind: 'failed',
      error: { code: 'NETWORK', status: 401, cause: 'gated' },
    })
    expect(ranges()).toEqual([])
  })

  test('takes the hub’s 401 for what is not there as that', async () => {
    expect(await refuse(401, 'RepoNotFound', '')).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
  })

  test('does not keep a person waiting for minutes, and says how long it takes', async () => {
    befall({ kind: 'status', status: 429, headers: { RateLimit: '"api";r=0;t=200' } }, 'main', 99)
    expect(
      await examineSource(at('test/model'), ['fp32'], { limits, readAhead: createReadAhead() }, signal),
    ).toMatchObject({
      error: { code: 'NETWORK', status: 429, retryAfter: 200_000 },
    })
  })
})
