import { expect } from '@playwright/test'
import { gradientPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const COUNT = 60

/** From all red to all blue, in steps. */
const pictures = Array.from({ length: COUNT }, (_, i) =>
  gradientPicture('red', 'blue', `picture ${i}.png`, { width: 40 + i, height: 30 }),
)

test('more pictures than a screen holds are counted, sorted and filtered like few', async ({ app, page }) => {
  await app.start(['red', 'blue', 'green'])
  await app.dropPictures(pictures)
  await app.whenIdle()
  const grid = page.getByRole('grid', { name: 'Pictures' })
  const first = grid.getByRole('gridcell').first()
  await expect(first).toContainText('picture 0.png')

  const counts = await Promise.all(
    ['red', 'blue', 'green'].map(async (tag) => {
      const text = await page
        .getByRole('listitem')
        .filter({ hasText: tag })
        .getByRole('button', { name: /^Show only/ })
        .first()
        .textContent()
      return Number(text)
    }),
  )
  const none = page.getByRole('button', { name: /^Show only/ }).last()
  const all = counts.reduce((sum, count) => sum + count, 0)
  expect(all === COUNT || all + Number(await none.textContent()) === COUNT).toBe(true)

  await page.getByRole('button', { name: 'Sort', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'By name' }).click()
  await app.whenIdle()
  await page.keyboard.press('Escape')
  await expect(first).toContainText('picture 0.png')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const [red = 0] = counts
  await page.getByRole('menuitemradio', { name: /^red/ }).click()
  await expect(page.getByText(`${red} of ${COUNT}`)).toBeVisible()
  await page.getByRole('button', { name: 'Stop showing only red' }).click()
  await expect(first).toContainText('picture 0.png')
})
