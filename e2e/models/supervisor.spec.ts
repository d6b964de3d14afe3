import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { manyPictures, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** So many that there is work left when the fault comes. */
const COUNT = 60

/** Starts encoding, and comes back when some are done and more are under way. */
const startEncoding = async (app: AppPage, folder: string): Promise<void> => {
  await app.start(['red', 'green', 'blue'], { testing: true })
  await app.pickFromDisk(manyPictures(COUNT, { width: 600, height: 450 }), folder, app.chooseFiles)
  await expect(app.rankedPictures.first()).toBeVisible()
}

/** Every picture is there once and ranked, and so is the next one. */
const expectNothingLost = async (app: AppPage): Promise<void> => {
  await app.whenIdle()
  await app.expectStatus(`${COUNT} pictures ranked`)
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  await app.expectStatus(`${COUNT + 1} pictures ranked`)
  expect((await app.stats()).workersReplaced).toBeGreaterThan(0)
}

for (const worker of ['inference', 'pixels'] as const) {
  test(`no picture is lost and none comes twice when the ${worker} worker is killed`, async ({
    app,
  }, info) => {
    await startEncoding(app, info.outputDir)
    await app.page.evaluate((name) => window.taglens.testing?.killWorker(name), worker)
    await expectNothingLost(app)
  })
}

test('no picture is lost and none comes twice when the inference worker wedges', async ({ app }, info) => {
  await startEncoding(app, info.outputDir)
  await app.page.evaluate(() => window.taglens.testing?.hangWorker('inference'))
  await expectNothingLost(app)
})

test('when the pixels worker wedges, only what was in it says so, and Retry ranks it', async ({
  app,
}, info) => {
  await startEncoding(app, info.outputDir)
  await app.page.evaluate(() => window.taglens.testing?.hangWorker('pixels'))
  await app.whenIdle()
  const failed = app.failedPictures
  // Two pictures are decoded at a time; a third may have been about to be.
  expect(await failed.count()).toBeLessThanOrEqual(3)
  for (let count = await failed.count(); count > 0; count -= 1) {
    await expect(failed.first()).toContainText('No answer for 8 seconds')
    await failed.first().getByRole('button', { name: 'Retry' }).click()
    await app.whenIdle()
    await expect(failed).toHaveCount(count - 1)
  }
  await expectNothingLost(app)
})
