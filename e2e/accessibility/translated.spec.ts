import { expect } from '@playwright/test'
import { brokenPicture, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

// The main job under a translator is in `main-job.spec.ts`; here is what else a person does.
test.use({ translated: true })

test('a translated page goes on: tags, pictures, undo, menus, dialogs, another language', async ({ app }) => {
  const { page, tags } = app
  const { keyboard } = page
  const ranking = page.getByRole('region', { name: 'Ranking' })
  const notices = page.getByRole('list', { name: 'Notices' })
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
  const choose = async (menu: string, line: string) => {
    await press(menu)
    await page.locator('[role^=menuitem]').filter({ hasText: line }).first().click()
  }

  await app.start(['red', 'green', 'blue'])
  await app.expectStatus('No pictures yet')
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  await app.expectStatus('3 pictures ranked')
  // Both wrapped and marked: the rest of this is worth something.
  await expect(page.locator('#root font > font', { hasText: '3 pictures ranked' })).toHaveText(/\u200b$/)

  await test.step('tags', async () => {
    await tags.add('pink')
    await tags.edit('green', 'lime')
    await tags.row('pink').hover()
    await press('Remove pink')
    await tags.expect(['red', 'lime', 'blue'])
    await expect(tags.rows).toContainText(['red', 'lime', 'blue'])
    for (const step of ['remove “pink”', 'change “green”', 'add “pink”']) {
      await page.locator('body').press('ControlOrMeta+Z')
      await expect(notices).toContainText(`Undone: ${step}`)
    }
    await tags.expect(['red', 'green', 'blue'])
    await keyboard.press('ControlOrMeta+Shift+Z')
    await expect(notices).toContainText('Redone: add “pink”')
    await tags.expect(['red', 'green', 'blue', 'pink'])
  })

  await test.step('pictures', async () => {
    await app.dropPictures([brokenPicture()])
    await app.expectStatus('3 pictures ranked · 1 failed')
    await app.choosePicture('broken.png')
    await expect(ranking).toContainText('IMAGE_DECODE_FAILED')
    await keyboard.press('Delete')
    await app.expectStatus('3 pictures ranked')
    await app.choosePicture('green.png')
    await expect(ranking).toContainText('green.png')
    await keyboard.press('ControlOrMeta+A')
    await expect(ranking).toContainText('3 selected')
    await keyboard.press('Delete')
    await expect(notices).toContainText('Removed 3 pictures')
    await app.expectStatus('No pictures yet')
    await notices
      .getByRole('listitem')
      .filter({ hasText: 'Removed 3' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await app.expectStatus('3 pictures ranked')
  })

  await test.step('filter and order', async () => {
    await choose('Filter', 'red')
    await expect(app.grid.getByRole('gridcell')).toHaveCount(1)
    await press('Stop showing only red')
    await choose('Filter', 'pink')
    await expect(page.getByText('No picture passes this filter.')).toBeVisible()
    await press('Stop showing only pink')
    await choose('Sort', 'By name')
    await expect(app.grid.getByRole('gridcell').first()).toContainText('blue')
  })

  await test.step('large view', async () => {
    await app.picture('blue.png').dblclick()
    await expect(page.getByText('1 of 3')).toBeVisible()
    await press('Next picture')
    await expect(page.getByText('2 of 3')).toBeVisible()
    await press('All pictures')
  })

  await test.step('template and scoring', async () => {
    await page.locator('summary', { hasText: 'Template' }).click()
    await page.getByRole('textbox', { name: 'One or several, a line each' }).fill('{}\na photo of {}')
    await expect(page.getByText('The model reads 2 prompts, the first is')).toBeVisible()
    await page.locator('summary', { hasText: 'Scoring' }).click()
    await page.getByRole('radio', { name: 'Several tags' }).check()
    await expect(page.getByText('A picture has every tag that fits it, each judged alone.')).toBeVisible()
  })

  await test.step('dialogs', async () => {
    for (const dialog of ['Privacy', 'Keys']) {
      await press(dialog)
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      await keyboard.press('Escape')
    }
    await press(/^Model/)
    for (const tab of ['Choose', 'On this device', 'In use'])
      await page.getByRole('radio', { name: tab }).check()
    await keyboard.press('Escape')
    await keyboard.press('ControlOrMeta+K')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await palette.getByRole('combobox').fill('about')
    await expect(palette.getByRole('option').first()).toContainText('About Taglens')
    await palette.getByRole('combobox').fill('about nothing')
    await expect(palette.getByText('No command is called that.')).toBeVisible()
    await keyboard.press('Escape')
  })

  await test.step('another language, and a phone', async () => {
    await choose('Language', 'Español')
    await expect(page.getByRole('heading', { name: 'Etiquetas', exact: true })).toBeVisible()
    await app.expectStatus(/^3 imágenes/)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(page.getByRole('button', { name: /^Etiquetas/ })).toBeVisible()
    await expect(page.getByText('Tags', { exact: true })).toHaveCount(0)
  })
})
