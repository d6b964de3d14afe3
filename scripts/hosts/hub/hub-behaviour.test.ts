import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mishap } from '../../../src/testing/store/hub-fault.ts'
import { generatedBytes } from '../../../src/testing/store/generated-bytes.ts'
import { startHubServer, type HubServer } from '../hub-server.ts'
import { serveRepository } from './serve-repository.ts'

const weights = generatedBytes(1, 50_000)
const sha256 = createHash('sha256').update(weights).digest('hex')

let hub: HubServer
beforeEach(async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.json`, '{}'] as const)
  hub = await startHubServer([
    serveRepository(
      'owner/model',
      new Map<string, string | Uint8Array>([...names, ['onnx/w.onnx', weights]]),
    ),
  ])
})
afterEach(() => hub.close())

const fetchWeights = (headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${hub.origin}/owner/model/resolve/main/onnx/w.onnx`, { headers })

test('a large file comes from another origin, with what a download needs to know', async () => {
  const response = await fetchWeights()
  expect(new URL(response.url).origin).toBe(hub.contentOrigin)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'content-length': '50000',
    etag: `"${sha256}"`,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': '*',
  })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(weights)
})

test('a range is answered with that part, and one behind the end with the length', async () => {
  const part = await fetchWeights({ Range: 'bytes=49990-' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 49990-49999/50000'])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(weights.slice(49_990))
  const none = await fetchWeights({ Range: 'bytes=50000-' })
  expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */50000'])
})

test('a listing has pages, and the hash of what is kept elsewhere', async () => {
  const about = (await (await fetch(`${hub.origin}/api/models/owner/model/revision/main`)).json()) as object
  expect(about).toMatchObject({ sha: expect.stringMatching(/^[0-9a-f]{40}$/) as string })
  const first = await fetch(`${hub.origin}/api/models/owner/model/tree/main?recursive=true`)
  const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = await fetch(new URL(next, first.url))
  expect(second.headers.get('link')).toBeNull()
  expect(await second.json()).toMatchObject([{ path: 'onnx/w.onnx', lfs: { oid: sha256, size: 50_000 } }])
})

describe('a fault', () => {
  const once = (mishap: Mishap) => {
    hub.setFaults([{ path: 'w.onnx', mishap, times: 1 }])
  }

  test('befalls as many requests as it was told to, and no redirect', async () => {
    once({ kind: 'status', status: 429, retryAfter: '2' })
    const refused = await fetchWeights()
    expect([refused.status, refused.headers.get('retry-after'), refused.redirected]).toEqual([429, '2', true])
    expect((await fetchWeights()).status).toBe(200)
  })

  test('cuts the connection after the last byte that was sent', async () => {
    once({ kind: 'cut', after: 1000 })
    const reader = (await fetchWeights()).body!.getReader()
    let count = 0
    const readAll = async () => {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        count += piece.value.length
    }
    await expect(readAll()).rejects.toThrow()
    expect(count).toBe(1000)
  })

  test('flips a bit of the file, wherever a range begins', async () => {
    once({ kind: 'flip', at: 600 })
    const bytes = new Uint8Array(await (await fetchWeights({ Range: 'bytes=500-' })).arrayBuffer())
    expect([...bytes.entries()].filter(([i, byte]) => byte !== weights[500 + i]).map(([i]) => i)).toEqual([
      100,
    ])
  })

  test.each<[Mishap, Readonly<Record<string, string>>]>([
    [{ kind: 'html' }, { 'content-type': 'text/html' }],
    [{ kind: 'length', length: 60_000 }, { 'content-length': '60000' }],
    [{ kind: 'etag', etag: '"other"' }, { etag: '"other"' }],
    [{ kind: 'no-ranges' }, { 'content-length': '50000' }],
  ])('%j', async (mishap, headers) => {
    once(mishap)
    const response = await fetchWeights({ Range: mishap.kind === 'no-ranges' ? 'bytes=100-' : 'bytes=0-' })
    expect(Object.fromEntries(response.headers)).toMatchObject(headers)
    await response.body?.cancel()
  })
})
