import { expect } from '@playwright/test'
import { AppPage } from '../support/app-page.ts'
import { test } from '../support/test.ts'

test('tags and settings of two tabs follow each other, and undo stays in its tab', async ({ app }) => {
  await app.open()
  await app.tags.replace(['red', 'green'])
  const second = new AppPage(await app.page.context().newPage(), '')
  await second.open()
  await second.tags.expect(['red', 'green'])

  // At the same time, before either has heard of the other.
  await Promise.all([app.tags.add('blue'), second.tags.add('yellow')])
  for (const tab of [app, second]) {
    await expect(tab.tags.rows).toHaveCount(4)
    for (const tag of ['red', 'green', 'blue', 'yellow']) await expect(tab.tags.button(tag)).toBeVisible()
  }
  await second.tags.button('green').focus()
  await second.page.keyboard.press('Delete')
  await expect(app.tags.button('green')).toHaveCount(0)

  await second.page.getByRole('radio', { name: 'Dark' }).check()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await app.page.bringToFront()
  await app.tags.field.focus()
  await app.page.keyboard.press('ControlOrMeta+Z')
  await expect(second.tags.button('blue')).toHaveCount(0)
  await expect(second.tags.button('yellow')).toBeVisible()

  await app.page.reload()
  await expect(app.tags.rows).toHaveCount(2)
  await second.page.close()
})
