import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { AppPage } from '../support/app-page.ts'
import { whenKept } from '../support/when-kept.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const three = [plainPicture('red'), plainPicture('green'), plainPicture('blue')]

test('a project goes on in a fresh profile: answers and decisions without files, files found again, nothing encoded, the list before kept', async ({
  app,
  browser,
  hub,
}) => {
  await app.start(['red', 'green', 'blue'])
  await app.pickPictures(three, app.chooseFiles)
  await app.expectBestTag('blue.png', 'blue')
  await app.picture('blue.png').click()
  await app.page.getByRole('grid', { name: 'Pictures' }).focus()
  await app.page.keyboard.press('1')
  await expect(app.picture('blue.png')).toHaveAccessibleName(/decided: red/i)
  await app.page.getByRole('button', { name: 'Save the results of all pictures' }).click()
  await app.page.getByRole('menuitem', { name: 'More…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /^Project/ }).check()
  const saving = app.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const project = await (await saving).path()
  const bytes = { name: 'trip.taglens', mimeType: 'application/zip', buffer: await readFile(project) }

  await test.step('in a profile that has nothing yet, over a reload', async () => {
    const empty = await browser.newContext()
    const first = new AppPage(await empty.newPage(), hub.origin)
    await first.open()
    await first.dropPictures([bytes])
    await expect(first.page.getByText('trip.taglens is open: 3 pictures.')).toBeVisible()
    await first.page.reload()
    await expect(first.page.getByRole('gridcell')).toHaveCount(3)
    await expect(first.picture('blue.png')).toHaveAccessibleName(/decided: red/i)
    await empty.close()
  })

  const context = await browser.newContext()
  const other = new AppPage(await context.newPage(), hub.origin)
  const { page } = other
  await other.start(['black', 'white'])
  await other.pickPictures([plainPicture('red', 'mine.png')], other.chooseFiles)
  await other.whenIdle()
  const before = (await other.stats()).pictureEncodes

  await other.dropPictures([bytes])
  await expect(page.getByText('trip.taglens is open: 3 pictures.')).toBeVisible()
  await expect(page.getByText(/^3 pictures are not on this device/)).toBeVisible()
  for (const colour of ['red', 'green']) await other.expectBestTag(`${colour}.png`, colour)
  await expect(other.picture('blue.png')).toHaveAccessibleName(/decided: red/i)
  await expect(other.picture('mine.png')).toHaveCount(0)

  await test.step('the files, one of them under another name', async () => {
    const [red, green, blue] = three
    await other.dropPictures([red!, { ...green!, name: 'renamed.png' }, blue!])
    await expect(page.getByText('3 pictures were found.')).toBeVisible()
    await other.whenIdle()
    await expect(page.getByRole('gridcell')).toHaveCount(3)
    expect((await other.stats()).pictureEncodes).toBe(before)
    // The three, and the one of the list before.
    await whenKept(other, 4)
    await page.reload()
    await other.loadModel('test/colours', 'wasm')
    await other.expectBestTag('green.png', 'green')
    await expect(page.getByText(/not on this device/)).toHaveCount(0)
  })
  await context.close()
})
