import { expect } from 'vitest'
import { plainPicture } from '../make-pictures.ts'
import type { FirefoxApp } from './firefox-app.ts'
import { test } from './test.ts'

/** Resolves when the service worker has kept everything that the next visit needs. */
const whenKept = ({ page }: FirefoxApp): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const cache = await caches.open('taglens-engine /taglens/')
          return (await cache.keys()).map(({ url }) => new URL(url).pathname)
        }),
      { timeout: 30_000 },
    )
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\.wasm$/),
        '/taglens/models/mini/onnx/text_model.onnx',
        '/taglens/models/mini/onnx/vision_model.onnx',
        '/taglens/models/mini/tokenizer.json',
        '/taglens/models/mini/tokenizer_config.json',
        '/taglens/samples/red-car.png',
      ]),
    )

test('on a host without headers a first visit is isolated after one reload; then all of it works offline', async ({
  profile,
  site,
}) => {
  const first = await profile.open(site.url)
  await expect.poll(() => first.page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true)
  await first.whenReady()
  await first.whenIdle()
  expect(await first.page.evaluate(() => window.taglens.model()?.threads)).toBeGreaterThan(1)
  await whenKept(first)

  await site.close()
  await first.page.close()
  const app = await profile.open(`${site.url}?utm_source=elsewhere#top`)
  await app.whenReady()
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  await app.expectText('1 picture ranked')
  // Words that came with no vector: the text tower and the tokenizer work too.
  await app.replaceTags(['a red square', 'a green tree'])
  await app.expectBest('a red square')
})
