import { expect, type Page } from '@playwright/test'
import { damagedJxl, formatPicture, plainPicture, svgPicture } from '../support/make-pictures.ts'
import { test } from '../support/installed-test.ts'

/** Files of decoders that the service worker keeps. */
const keptDecoders = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const urls: string[] = []
    for (const cache of await caches.keys())
      for (const { url } of await (await caches.open(cache)).keys())
        if (url.includes('/formats/')) urls.push(url)
    return urls
  })

test('pictures that browsers do not read are ranked, and without a network once one was', async ({
  installed,
}) => {
  const first = await installed.visit()
  expect(await keptDecoders(first.page)).toEqual([])
  await first.dropPictures([
    ...['heic/turned.heic', 'tiff/tiles-lzw.tif', 'jxl/alpha.jxl', 'raw/turned.cr2'].map(formatPicture),
    svgPicture(),
    ...['tiff/fax.tif', 'raw/no-preview.cr2'].map(formatPicture),
    damagedJxl(),
    plainPicture('red'),
  ])
  await first.expectStatus(/^2 pictures ranked · 4 photographs without an answer · 3 failed$/)
  await first.choosePicture('turned.heic')
  // The browser cannot show the file: what was made of it is shown.
  const shown = first.page.getByRole('img', { name: 'turned.heic' }).last()
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([20, 32])
  await first.choosePicture('fax.tif')
  await expect(first.page.getByRole('region', { name: 'Ranking' })).toContainText('stored in a way')

  await installed.goOffline()
  await first.page.close()
  const app = await installed.openTab()
  await app.dropPictures([
    ...['heic/alpha.heic', 'tiff/cmyk.tif', 'raw/turned.cr3'].map(formatPicture),
    svgPicture(),
    damagedJxl(),
  ])
  await app.expectStatus(/^1 picture ranked · 3 photographs without an answer · 1 failed$/)
})
