import { expect } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

test('another model encodes the pictures again, and going back to the first encodes none', async ({
  app,
}) => {
  await app.start(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  await app.whenIdle()
  const encodes = async () => (await app.stats()).pictureEncodes
  expect(await encodes()).toBe(3)

  await app.loadModel('test/siglip-colours', 'wasm')
  await app.whenIdle()
  expect(await encodes()).toBe(6)
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)

  await app.loadModel('test/colours', 'wasm')
  await app.whenIdle()
  expect(await encodes()).toBe(6)
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)
})

test('a model that cannot be opened gives back the one that it interrupted, and calls wait for that', async ({
  app,
}) => {
  await app.openAsVisitor()
  const outcome = await app.page.evaluate(async (baseUrl) => {
    const embedded = window.taglens.embedTexts(['car'])
    const refused: unknown = await window.taglens.loadModel({ baseUrl }).catch((error: unknown) => error)
    return {
      code: (refused as { readonly code: string }).code,
      texts: (await embedded).map(({ text }) => text),
    }
  }, app.modelUrl('test/broken'))
  expect(outcome).toEqual({ code: 'MODEL_CORRUPT', texts: ['car'] })
  await app.expectStatus('3 pictures ranked')
  expect(await app.page.evaluate(() => window.taglens.model()?.name)).toBe('Mini')
})
