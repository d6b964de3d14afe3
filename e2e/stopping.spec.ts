import { expect } from '@playwright/test'
import { manyPictures } from './make-pictures.ts'
import { test } from './test.ts'

test('Stop ends the encoding; what is ready stays, and the rest can be tried again', async ({
  app,
}, info) => {
  await app.start(['red', 'green', 'blue'])
  await app.pickFromDisk(manyPictures(40, { width: 1200, height: 900 }), info.outputDir, app.chooseFiles)
  await expect(app.rankedPictures.first()).toBeVisible()
  await app.page.getByRole('button', { name: 'Stop' }).click()
  await app.whenIdle()
  const ready = await app.rankedPictures.count()
  expect(ready).toBeGreaterThan(0)
  const { pictureEncodes } = await app.stats()
  expect(pictureEncodes).toBeLessThan(40)
})

test('a model that is loading can be cancelled from its chip', async ({ app }) => {
  await app.open()
  await app.loadModelByHand('test/endless')
  await app.page.getByRole('button', { name: 'Cancel loading' }).click()
  await expect(app.page.getByRole('button', { name: 'Model: No model' })).toBeVisible()
})
