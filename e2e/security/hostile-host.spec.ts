import { expect } from '@playwright/test'
import { onPlainHost, test } from '../support/test.ts'

test.afterEach(({ hub }) => {
  hub.setFaults([])
})

test('a hub whose listing goes on at another host, or never ends, is given up by name', async ({
  app,
  hub,
}) => {
  await app.open()
  const load = () =>
    app.page.evaluate(
      (host) =>
        window.taglens.loadModel({ id: 'test/colours', host, device: 'wasm' }).then(
          () => 'loaded',
          (error: unknown) => {
            const { code, message } = error as { code: string; message: string }
            return `${code} ${message}`
          },
        ),
      hub.origin,
    )
  const listed = hub.requests.length
  expect(await load()).toBe('loaded')
  const [{ path } = { path: '' }] = hub.requests
    .slice(listed)
    .filter((request) => request.path.includes('/tree/'))
  await app.page.evaluate(async () => {
    for (const { key } of await window.taglens.models.list()) await window.taglens.models.remove(key)
  })

  hub.setFaults([{ path, mishap: { kind: 'next-page', url: `${hub.contentOrigin}${path}?recursive=true` } }])
  const before = hub.requests.length
  expect(await load()).toContain(new URL(hub.contentOrigin).host)
  expect(hub.requests.slice(before).filter(({ host }) => host === 'content')).toEqual([])

  hub.setFaults([{ path, mishap: { kind: 'endless' } }])
  expect(await load()).toMatch(/^MODEL_CORRUPT .*more than 16 MB/)
  expect(await app.page.evaluate(() => window.taglens.models.list())).toEqual([])
})

onPlainHost(() => {
  test('a host that sends a tokenizer without an end, or announces a graph larger than any, is given up by name', async ({
    app,
    hub,
  }) => {
    await app.open()
    // A host without a listing publishes no lengths that it would be held to.
    const load = app.loadModel.bind(app, 'test/colours', 'wasm')
    hub.setFaults([{ path: '/tokenizer.json', mishap: { kind: 'endless' } }])
    await expect(load()).rejects.toThrow(/tokenizer\.json .*more than (16 MB|67108864 bytes)/)

    // What had come whole by then is kept, and would not be asked for again.
    await app.page.evaluate(async () => {
      for (const { key } of await window.taglens.models.list()) await window.taglens.models.remove(key)
    })
    const graph = 'onnx/vision_model.onnx'
    hub.setFaults([{ path: graph, mishap: { kind: 'length', length: 2 ** 31 + 1 } }])
    const since = hub.requests.length
    await expect(load()).rejects.toThrow(/vision_model\.onnx .*more than such a file can have/)
    expect(
      hub.requests.slice(since).filter(({ method, path }) => method === 'GET' && path.endsWith(graph)),
    ).toEqual([])
    expect(await app.page.evaluate(() => window.taglens.models.list())).toEqual([])
  })
})
