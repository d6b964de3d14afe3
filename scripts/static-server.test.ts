import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

const serve = async (isolated: boolean): Promise<string> => {
  const port = await freePort()
  server = createStaticServer({ folder: path.join(folder, 'dist'), base: '/taglens/', isolated })
  await new Promise<void>((resolve) => server?.listen(port, 'localhost', resolve))
  return `http://localhost:${port}`
}

test('a folder opens its page, and wasm comes as wasm', async () => {
  const origin = await serve(true)
  const page = await fetch(`${origin}/taglens/`)
  expect(await page.text()).toBe('<h1>Hello</h1>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const wasm = await fetch(`${origin}/taglens/engine.wasm`)
  expect(wasm.headers.get('content-type')).toBe('application/wasm')
})

test('nothing outside the folder or the base is served', async () => {
  const origin = await serve(true)
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
  const isolated = await fetch(`${await serve(true)}/taglens/`)
  expect(isolated.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(isolated.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  server?.close()
  const plain = await fetch(`${await serve(false)}/taglens/`)
  expect(plain.headers.get('cross-origin-embedder-policy')).toBeNull()
})

test.each([
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-2', '89', 'bytes 8-9/10'],
  ['bytes=8-100', '89', 'bytes 8-9/10'],
])('the range %s gives %s', async (range, text, contentRange) => {
  const response = await fetch(`${await serve(true)}/taglens/engine.wasm`, { headers: { range } })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(contentRange)
  expect(await response.text()).toBe(text)
})

test('an unchanged file is not sent again', async () => {
  const address = `${await serve(true)}/taglens/engine.wasm`
  const etag = (await fetch(address)).headers.get('etag')!
  const again = await fetch(address, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
})
