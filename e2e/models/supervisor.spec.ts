import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { manyPictures, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** So many that there is work left when the fault comes. */
const COUNT = 60

const faults = [
  ['killWorker', 'inference'],
  ['killWorker', 'pixels'],
  ['hangWorker', 'inference'],
] as const

/** Starts encoding pictures that were not encoded before, and comes back when some are done and more are under way. */
const startEncoding = async (app: AppPage, folder: string, width = 600): Promise<void> => {
  await app.pickFromDisk(manyPictures(COUNT, { width, height: 450 }), folder, app.chooseFiles)
  await expect(app.rankedPictures.first()).toBeVisible()
}

/** Every picture is there once and ranked, and so is the next one, after another worker was replaced. */
const expectNothingLost = async (app: AppPage, replacedBefore = 0): Promise<void> => {
  await app.whenIdle()
  await app.expectStatus(`${COUNT} pictures ranked`)
  await app.dropPictures([plainPicture('red', 'red.png', { width: 40 + replacedBefore, height: 30 })])
  await app.whenIdle()
  await app.expectStatus(`${COUNT + 1} pictures ranked`)
  expect((await app.stats()).workersReplaced).toBeGreaterThan(replacedBefore)
}

test('no picture is lost and none comes twice when a worker is killed or the inference worker wedges', async ({
  app,
}, info) => {
  // Three long lists, one after the other, and one deadline of silence.
  test.slow()
  await app.start(['red', 'green', 'blue'], { testing: true })
  for (const [i, [what, worker]] of faults.entries()) {
    await test.step(`the ${worker} worker: ${what}`, async () => {
      const { workersReplaced } = await app.stats()
      await startEncoding(app, info.outputPath(`${i}`), 600 + i)
      await app.page.evaluate(([call, name]) => window.taglens.testing?.[call](name), [what, worker] as const)
      await expectNothingLost(app, workersReplaced)
      await app.removePictures()
    })
  }
})

test('when the pixels worker wedges, only what was in it says so, and Retry ranks it', async ({
  app,
}, info) => {
  await app.start(['red', 'green', 'blue'], { testing: true })
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
