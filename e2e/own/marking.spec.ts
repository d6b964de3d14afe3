import { expect, type Page } from '@playwright/test'
import { axeViolations } from '../accessibility/axe-violations.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'
import { zipOf } from '../support/zip-of.ts'

const strip = (page: Page) => page.getByRole('status').filter({ hasText: /example/ })
const cell = (page: Page, name: string) => page.getByRole('gridcell', { name: new RegExp(name) })

test('folders, a table, a drag and Shift say what pictures are, each as one step', async ({ app }) => {
  const { page } = app
  await app.start(['warm', 'cold'])
  const inFolder = (folder: string, colour: 'red' | 'yellow' | 'blue' | 'green', name = colour) => ({
    ...plainPicture(colour),
    name: `${folder}/${name}.png`,
  })
  await app.dropPictures([
    await zipOf('parts.zip', [
      inFolder('warm', 'red'),
      inFolder('warm', 'yellow'),
      inFolder('cold', 'blue'),
      inFolder('cold', 'green'),
    ]),
  ])
  // Folders are asked about, and say nothing before that.
  await app.expectStatus('4 pictures ranked')
  await page.getByRole('button', { name: 'Mark them' }).click()
  await page.getByRole('button', { name: 'Say what it is' }).click()
  await expect(strip(page)).toContainText('4 examples')
  await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('Say what this picture is')

  const table = 'file,label\r\nwarm/red.png,warm\r\ncold/blue.png,cold\r\n'
  await app.dropPictures([{ name: 'labels.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }])
  await page.getByRole('button', { name: 'Mark them' }).click()
  await expect(strip(page)).toContainText('2 examples')

  // Alone, or those that undo has selected would go with it.
  await cell(page, 'yellow').click()
  await cell(page, 'yellow').hover()
  await page.mouse.down()
  await page.mouse.move(400, 300, { steps: 5 })
  await page.mouse.move(120, 250, { steps: 5 })
  const target = page.locator('[data-tag-target="warm"]')
  await expect(target).toBeVisible()
  const box = (await target.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(strip(page)).toContainText('3 examples')
  await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('2 examples')

  // Of several, Shift says that it is not.
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('several tags')
  await page.keyboard.press('Enter')
  await cell(page, 'green').click()
  await page.keyboard.press('Shift+Digit1')
  await expect(page.getByRole('radio', { name: 'Is not' })).toBeAttached()
  await expect(strip(page)).toContainText('3 examples')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('2 examples')
})
