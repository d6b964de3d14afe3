import { expect } from '@playwright/test'
import { whenKept } from '../support/when-kept.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const three = [plainPicture('red'), plainPicture('green'), plainPicture('blue')]

test('pictures, their order and their answers are there after a reload, none is encoded again, and one that is a tag still is one', async ({
  app,
}) => {
  const { page } = app
  await app.openAsVisitor()
  await app.loadModel('test/colours', 'wasm')
  await app.tags.replace(['red', 'green', 'blue'])
  await app.pickPictures(three, app.chooseFiles)
  await app.expectBestTag('blue.png', 'blue')
  await whenKept(app, 3)
  await page.reload()
  await app.loadModel('test/colours', 'wasm')
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)
  await app.whenIdle()
  expect((await app.stats()).pictureEncodes).toBe(0)

  await test.step('a picture that is a tag, until it is taken away', async () => {
    await app.tags.replace(['green', 'blue'])
    await page.getByRole('gridcell', { name: /^red\.png/ }).click()
    await page.getByRole('button', { name: 'Use this picture as a tag' }).click()
    await app.expectBestTag('red.png', 'red.png')
    await whenKept(app, 1, 'tag')
    await page.reload()
    await app.loadModel('test/colours', 'wasm')
    await app.expectBestTag('red.png', 'red.png')
    const tag = page.getByRole('button', { name: 'A picture as a tag red.png' })
    await expect(tag).toBeVisible()
    await tag.click()
    await page.keyboard.press('Delete')
    await expect(tag).toBeHidden()
    await whenKept(app, 0, 'tag')
    await page.reload()
    await expect(page.getByRole('gridcell')).toHaveCount(3)
    await expect(tag).toBeHidden()
  })
})

test('switched off, nothing is kept; switched on, a later visit is offered them, opens them as they were, and can forget them', async ({
  app,
  context,
}) => {
  await app.openAsVisitor()
  await test.step('switched off, nothing is kept, and what was kept is forgotten', async () => {
    const { page } = app
    const keep = page.getByRole('checkbox', { name: /^Keep pictures for the next visit/ })
    await app.pickPictures([plainPicture('red')], app.chooseFiles)
    await whenKept(app, 1)
    await page.getByRole('button', { name: /^Privacy/ }).click()
    await keep.uncheck()
    await expect(page.getByText('Nothing is kept.')).toBeVisible()
    await page.keyboard.press('Escape')
    await app.pickPictures([plainPicture('blue')], app.addMore)
    await app.whenIdle()
    await whenKept(app, 0)
    await page.reload()
    await expect(page.getByText('Drop pictures anywhere')).toBeVisible()
    await page.getByRole('button', { name: /^Privacy/ }).click()
    await keep.check()
    await page.keyboard.press('Escape')
  })
  await test.step('switched on, a later visit is offered them, opens them as they were, and can forget them', async () => {
    await app.pickPictures(three, app.chooseFiles)
    await app.whenIdle()
    await whenKept(app, 3)
    await app.page.close()

    const page = await context.newPage()
    await page.goto('./')
    const again = page.getByRole('region', { name: 'Open again' })
    await again.getByRole('button', { name: 'Open 3 pictures' }).click()
    await expect(page.getByRole('gridcell')).toHaveCount(3)
    await page.evaluate(() => window.taglens.whenIdle())
    expect((await page.evaluate(() => window.taglens.stats())).pictureEncodes).toBe(0)

    await page.getByRole('button', { name: /^Privacy/ }).click()
    const keptHere = page.getByRole('region', { name: 'Pictures on this device' })
    await keptHere.getByRole('button', { name: 'Forget 3 pictures' }).click()
    await keptHere.getByRole('button', { name: 'Forget', exact: true }).click()
    await expect(keptHere.getByText('Nothing is kept.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Drop pictures anywhere')).toBeVisible()
    await expect(again).toHaveCount(0)
  })
})
