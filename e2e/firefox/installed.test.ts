import { expect } from 'vitest'
import { notYetKept } from '../support/kept-files.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from './test.ts'

test('on a host without headers a model that is loaded gets threads, with all that is on the page; then all of it works offline', async ({
  profile,
  site,
}) => {
  const first = await profile.open(site.url)
  const { page } = first
  await first.expectText('3 pictures ranked')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await first.dropPictures([plainPicture('red')])
  await first.expectText('1 picture ranked')
  await first.addTag('sunset')
  let navigations = 0
  page.on('framenavigated', (frame) => (navigations += frame === page.mainFrame() ? 1 : 0))
  await first.loadByHand('test/colours')
  await expect
    .poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false), { timeout: 30_000 })
    .toBe(true)
  await first.expectText('1 picture ranked')
  await expect
    .poll(() => page.$eval('[data-model-chip]', ({ textContent }) => textContent), { timeout: 30_000 })
    .toContain('Colour model')
  expect(navigations).toBe(1)
  expect(await first.tags()).toContain('sunset')
  expect(await page.evaluate(() => window.taglens.model()?.threads)).toBeGreaterThan(1)
  await expect.poll(() => notYetKept(page), { timeout: 30_000 }).toEqual([])

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
