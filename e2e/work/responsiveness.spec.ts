import { expect } from '@playwright/test'
import { manyPictures } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'
import { watchDrawing } from './watch-drawing.ts'

const COUNT = 60

/** Elements of a screenful of cards, and half as much again. */
const SCREENFUL = 420
/** A card turns from waiting to working to its tag, and status and counts turn with it. */
const CHANGES_A_PICTURE = 40

test(`the page only draws while ${COUNT} pictures are encoded, and of each no more than its own card`, async ({
  app,
}, info) => {
  await app.start(['red', 'green', 'blue', 'yellow', 'black', 'white'])
  const pictures = manyPictures(COUNT + 2, { width: 320, height: 240 })
  // Starting up is over when two pictures have been ranked and the grid has been drawn.
  await app.pickFromDisk(pictures.slice(0, 2), info.outputPath('first'), app.chooseFiles)
  await app.expectStatus('2 pictures ranked')

  const drawing = await watchDrawing(app.page, async () => {
    await app.pickFromDisk(pictures.slice(2), info.outputPath('rest'), app.addMore)
    await app.whenIdle()
  })
  await app.expectStatus(`${COUNT + 2} pictures ranked`)
  expect(drawing.filesRead).toBe(0)
  expect(drawing.mostAtOnce).toBeLessThan(SCREENFUL)
  expect(drawing.changes).toBeLessThan(COUNT * CHANGES_A_PICTURE)
})
