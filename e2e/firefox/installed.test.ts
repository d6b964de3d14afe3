import { expect } from 'vitest'
import { notYetKept } from '../kept-files.ts'
import { plainPicture } from '../make-pictures.ts'
import { test } from './test.ts'

test('on a host without headers a first visit is isolated after one reload; then all of it works offline', async ({
  profile,
  site,
}) => {
  const first = await profile.open(site.url)
  await expect.poll(() => first.page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true)
  await first.whenReady()
  await first.whenIdle()
  expect(await first.page.evaluate(() => window.taglens.model()?.threads)).toBeGreaterThan(1)
  await expect.poll(() => notYetKept(first.page), { timeout: 30_000 }).toEqual([])

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
