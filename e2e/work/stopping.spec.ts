import { expect } from '@playwright/test'
import { manyPictures } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** So many that they cannot be done before the press. */
const COUNT = 150

test('Stop ends the encoding; what is ready stays, and the rest can be tried again', async ({
  app,
}, info) => {
  await app.start(['red', 'green', 'blue'])
  await app.pickFromDisk(manyPictures(COUNT, { width: 600, height: 450 }), info.outputDir, app.chooseFiles)
  await expect(app.rankedPictures.first()).toBeVisible()
  await app.page.getByRole('button', { name: 'Stop' }).click()
  await app.whenIdle()
  const { pictureEncodes } = await app.stats()
  expect(pictureEncodes).toBeGreaterThan(0)
  expect(pictureEncodes).toBeLessThan(COUNT)

  await app.grid.press('End')
  const last = app.picture(`picture ${COUNT}.png`)
  await expect(last).toHaveAccessibleName(/, stopped/)
  await last.getByRole('button', { name: 'Retry' }).click()
  await expect(last).toHaveAccessibleName(/percent$/)
})

test('a model that is loading can be cancelled from its chip', async ({ app }) => {
  await app.open()
  await app.loadModelByHand('test/endless')
  await app.page.getByRole('button', { name: 'Cancel loading' }).click()
  await expect(app.page.getByRole('button', { name: 'Model: No model' })).toBeVisible()
})
