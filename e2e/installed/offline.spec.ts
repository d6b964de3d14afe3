import { expect } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/installed-test.ts'

test('after one visit nothing but whole files of the app is kept, and a deep link in a new tab works without network, as does the model', async ({
  installed,
}) => {
  const first = await installed.visit()
  await test.step('nothing but whole files of the app is kept, under names of its own', async () => {
    const { page } = first
    const kept = await page.evaluate(async () => {
      const entries: { cache: string; url: string; status: number }[] = []
      for (const cache of await caches.keys())
        for (const request of await (await caches.open(cache)).keys()) {
          const response = await (await caches.open(cache)).match(request)
          entries.push({ cache, url: request.url, status: response?.status ?? 0 })
        }
      return entries
    })
    expect([...new Set(kept.map(({ cache }) => cache))].sort()).toEqual([
      'taglens-engine /taglens/',
      'taglens-shell /taglens/',
    ])
    for (const { url, status } of kept) {
      expect(url.startsWith(installed.site.url), url).toBe(true)
      expect(status, url).toBe(200)
    }
    // The builds for graphics cards were not used.
    expect(kept.filter(({ url }) => url.endsWith('.wasm'))).toHaveLength(1)
  })
  await test.step('a deep link in a new tab works without network, and so does the model', async () => {
    await installed.goOffline()
    await first.page.close()

    const app = await installed.openTab('?utm_source=elsewhere#top')
    await app.dropPictures([plainPicture('red')])
    await app.whenIdle()
    await app.expectStatus('1 picture ranked')
    // Words that came with no vector: the text tower and the tokenizer work too.
    await app.tags.replace(['a red square', 'a green tree'])
    await app.expectBest('a red square')
  })
})

test('a downloaded model answers in a new tab without a network, and no one is asked', async ({
  installed,
  hub,
}) => {
  const first = await installed.visit()
  await first.loadFromHub('test/colours')
  await first.page.reload()
  await installed.goOffline()
  await first.page.close()

  const since = hub.requests.length
  const app = await installed.openTab('?model=none')
  await app.loadFromHub('test/colours')
  await app.tags.replace(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('green')])
  await app.expectBest('green')
  expect(hub.requests.slice(since)).toEqual([])
})
