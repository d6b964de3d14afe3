import { expect } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/**
 * As browsers do that guard against recognition: there is no other way to a picture's pixels than a canvas, and what is
 * read of one is changed a little.
 */
const guarding = `
  delete globalThis.VideoFrame
  const { getImageData } = OffscreenCanvasRenderingContext2D.prototype
  OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...asked) {
    const image = getImageData.apply(this, asked)
    for (let i = 0; i < image.data.length; i += 401) image.data[i] ^= 1
    return image
  }
`

const NOISE = /^This browser changes pixels a little as pages read them/

test('a browser that changes pixels as they are read is told of once, and pictures are ranked all the same', async ({
  app,
}) => {
  const { page } = app
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const script = await response.text()
    // Pictures are decoded by one worker alone.
    if (script.includes('createImageBitmap')) await route.fulfill({ response, body: guarding + script })
    else await route.continue()
  })
  await app.start(['red', 'blue'])
  await app.dropPictures([plainPicture('red')])
  await app.expectBest('red')
  await expect(page.getByText(NOISE)).toBeVisible()
  expect(await page.evaluate(() => window.taglens.stats().noisyReads)).toBe(1)
  await page.getByRole('list', { name: 'Notices' }).getByLabel('Dismiss').click()
  await app.dropPictures([plainPicture('blue')])
  await app.expectStatus('2 pictures ranked')
  await expect(page.getByText(NOISE)).toBeHidden()
})

test('another browser is told nothing', async ({ app }) => {
  await app.start(['red', 'blue'])
  await app.dropPictures([plainPicture('red')])
  await app.expectBest('red')
  await expect(app.page.getByText(NOISE)).toBeHidden()
  expect(await app.page.evaluate(() => window.taglens.stats().noisyReads)).toBe(0)
})
