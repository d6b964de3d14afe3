import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { createStaticServer } from './static-server.ts'

let folder: string
let server: Server | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'served-'))
  mkdirSync(path.join(folder, 'dist'))
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  writeFileSync(path.join(folder, 'dist/index.html'), '<h1>Hello</h1>')
  writeFileSync(path.join(folder, 'dist/engine.wasm'), '0123456789')
})
afterEach(() => {
  server?.close()
  server?.closeAllConnections()
  rmSync(folder, { recursive: true })
})

const serve = async (kind: 'isolated' | 'pages' = 'isolated'): Promise<string> => {
  const port = await freePort()
  server = createStaticServer({ folder: path.join(folder, 'dist'), base: '/taglens/', kind })
  await new Promise<void>((resolve) => server?.listen(port, 'localhost', resolve))
  return `http://localhost:${port}`
}

test('a folder opens its page, and wasm comes as wasm', async () => {
  const origin = await serve()
  const page = await fetch(`${origin}/taglens/`)
  expect(await page.text()).toBe('<h1>Hello</h1>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const wasm = await fetch(`${origin}/taglens/engine.wasm`)
  expect(wasm.headers.get('content-type')).toBe('application/wasm')
})

test('nothing outside the folder or the base is served', async () => {
  const origin = await serve()
  for (const address of [
    '/',
    '/index.html',
    '/taglens/lost.js',
    '/taglens/..%2fsecret.txt',
    '/taglens/%ff',
  ]) {
    expect((await fetch(origin + address)).ok, address).toBe(false)
  }
})

test('the isolation headers are sent only where wanted', async () => {
  const isolated = await fetch(`${await serve()}/taglens/`)
  expect(isolated.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(isolated.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  server?.close()
  const plain = await fetch(`${await serve('pages')}/taglens/`)
  expect(plain.headers.get('cross-origin-embedder-policy')).toBeNull()
})

test.each([
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-2', '89', 'bytes 8-9/10'],
  ['bytes=8-100', '89', 'bytes 8-9/10'],
])('the range %s gives %s', async (range, text, contentRange) => {
  const response = await fetch(`${await serve()}/taglens/engine.wasm`, { headers: { range } })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(contentRange)
  expect(await response.text()).toBe(text)
})

test('an unchanged file is not sent again', async () => {
  const address = `${await serve()}/taglens/engine.wasm`
  const etag = (await fetch(address)).headers.get('etag')!
  const again = await fetch(address, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

describe('as GitHub Pages', () => {
  test('a missing file gets the page for it, with its status', async () => {
    writeFileSync(path.join(folder, 'dist/404.html'), '<h1>Not here</h1>')
    const lost = await fetch(`${await serve('pages')}/taglens/lost/page`)
    expect(lost.status).toBe(404)
    expect(await lost.text()).toBe('<h1>Not here</h1>')
  })

  test('texts and wasm come compressed, whole files only', async () => {
    const address = `${await serve('pages')}/taglens/engine.wasm`
    const whole = await fetch(address)
    expect(whole.headers.get('content-encoding')).toBe('gzip')
    expect(await whole.text()).toBe('0123456789')
    const part = await fetch(address, { headers: { range: 'bytes=2-4' } })
    expect(part.headers.get('content-encoding')).toBeNull()
    expect(await part.text()).toBe('234')
  })

  test('nothing can be posted, and a missing slash is added', async () => {
    const origin = await serve('pages')
    expect((await fetch(`${origin}/taglens/`, { method: 'POST' })).status).toBe(405)
    const redirected = await fetch(`${origin}/taglens`)
    expect(redirected.url).toBe(`${origin}/taglens/`)
  })
})
