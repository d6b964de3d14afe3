import { expect } from '@playwright/test'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rasterisePng } from '../../scripts/mini/draw/rasterise.ts'
import { drawSample, type Sample } from '../../scripts/mini/draw/samples.ts'
import type { AppPage } from '../support/app-page.ts'
import { test } from '../support/test.ts'

const root = path.join(import.meta.dirname, '../..')
const LIMIT_BYTES = 300_000

const drawings: readonly Sample[] = [
  { file: 'car', kind: 'car', colour: 'red', style: 'flat', seed: 17 },
  { file: 'letter', kind: 'document', colour: 'white', style: 'outlined', seed: 19 },
  { file: 'motorcycle', kind: 'motorcycle', colour: 'blue', style: 'outlined', seed: 20 },
  { file: 'lorry', kind: 'truck', colour: 'green', style: 'flat', seed: 5 },
  { file: 'neighbour', kind: 'person', colour: 'blue', style: 'outlined', seed: 1 },
  { file: 'taxi', kind: 'car', colour: 'yellow', style: 'shaded', seed: 11 },
]

/** Opens the app with the drawings, each ranked rightly and the motorcycle in focus. */
const openWithDrawings = async (app: AppPage): Promise<void> => {
  const pictures = drawings.map((drawing) => ({
    name: `${drawing.file}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(rasterisePng(drawSample(drawing), 512)),
  }))
  await app.openAsVisitor()
  // Twice, so that the time it took, which is another each time, gives way to "seen before".
  for (let i = 0; i < 2; i += 1) {
    await app.pickPictures(pictures, i === 0 ? app.chooseFiles : app.addMore)
    await app.whenIdle()
    if (i === 0) {
      await app.grid.press('ControlOrMeta+A')
      await app.page.keyboard.press('Delete')
    }
  }
  for (const { file: name, kind } of drawings) await app.expectBestTag(`${name}.png`, kind)
  await app.choosePicture('motorcycle.png')
  await app.expectBest('motorcycle')
  await app.page.getByRole('button', { name: 'Dismiss' }).click()
  await app.page.mouse.move(0, 0)
  await app.page.evaluate(() => document.fonts.ready)
}

/** Takes a picture; files are untouched where nothing has changed, so that a test run leaves no trace. */
const takePicture = async ({ page }: AppPage, ...files: readonly string[]): Promise<void> => {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(picture.length).toBeLessThan(LIMIT_BYTES)
  for (const file of files.map((name) => path.join(root, name)))
    if (!existsSync(file) || !readFileSync(file).equals(picture)) writeFileSync(file, picture)
}

test.use({
  viewport: { width: 1200, height: 800 },
  // What people see: a headless shell draws letters otherwise, and the pictures would change from machine to machine.
  launchOptions: { executablePath: process.env.CHROME_PATH! },
})

test(`the pictures of the README and the manifest are of this app, under ${LIMIT_BYTES / 1000} kB`, async ({
  app,
}) => {
  await openWithDrawings(app)
  await takePicture(app, 'docs/screenshot.png', 'public/screenshots/wide.png')
  await app.page.setViewportSize({ width: 400, height: 800 })
  await expect(app.page.getByRole('radio', { name: 'Ranking' })).toBeVisible()
  await takePicture(app, 'public/screenshots/narrow.png')
})
