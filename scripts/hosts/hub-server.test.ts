import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startHubServer, type HubServer } from './hub-server.ts'
import type { HubHandler } from './hub/hub-handler.ts'
import { serveFolder } from './hub/serve-folder.ts'
import { serveRepository } from './hub/serve-repository.ts'

let hub: HubServer | undefined
const start = async (...handlers: HubHandler[]) => (hub = await startHubServer(handlers))
afterEach(() => hub?.close())

test('a repository answers under every revision, and any page may read it', async () => {
  const { origin } = await start(
    serveRepository('owner/model', new Map([['onnx/a.onnx', Uint8Array.of(1, 2)]])),
  )
  for (const revision of ['main', '0a1b2c']) {
    const response = await fetch(`${origin}/owner/model/resolve/${revision}/onnx/a.onnx`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(1, 2))
  }
})

test('what is not there is 404, and the log says so', async () => {
  const { origin, requests } = await start(serveRepository('owner/model', new Map([['config.json', '{}']])))
  for (const name of ['config.json', 'gone.json']) await fetch(`${origin}/owner/model/resolve/main/${name}`)
  expect(requests.map(({ path: asked, status }) => [asked.split('/').at(-1), status])).toEqual([
    ['config.json', 200],
    ['gone.json', 404],
  ])
})

test('a folder serves its own files and none above it', async () => {
  const { origin } = await start(serveFolder('here', import.meta.dirname))
  const name = path.basename(import.meta.filename)
  const response = await fetch(`${origin}/here/${name}`)
  expect(await response.text()).toContain('a folder serves its own files')
  expect((await fetch(`${origin}/here/..%2fpackage.json`)).status).toBe(404)
})

test('a body that stops in the middle does not hold up the hub', async () => {
  const { origin } = await start(
    ({ path: asked }) =>
      asked === '/endless'
        ? {
            status: 200,
            body: {
              pieces: (async function* () {
                yield Uint8Array.of(1)
                await new Promise(() => undefined)
              })(),
            },
          }
        : undefined,
    () => ({ status: 200, body: 'still here' }),
  )
  const controller = new AbortController()
  const endless = await fetch(`${origin}/endless`, { signal: controller.signal })
  await endless.body?.getReader().read()
  controller.abort()
  expect(await (await fetch(`${origin}/other`)).text()).toBe('still here')
})
