import { expect } from '@playwright/test'
import { plainPicture } from './make-pictures.ts'
import { test } from './test.ts'

// A host that sends no headers of its own, as GitHub Pages: no shared memory, so one thread.
test.use({ baseURL: `http://localhost:${process.env.TAGLENS_PLAIN_PORT}/taglens/` })

test('without isolation the main job is done on one thread', async ({ app }) => {
  await app.start(['red', 'green', 'blue'])
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)
  expect(await app.page.evaluate(() => window.taglens.model()?.threads)).toBe(1)
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)
})
