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

  const choose = async (menu: string, ...lines: string[]) => {
    await page.getByRole('button', { name: menu, exact: true }).click()
    for (const line of lines) await page.locator('[role^=menuitem]').filter({ hasText: line }).first().click()
    await page.keyboard.press('Escape')
    await app.whenIdle()
    // The grid stays with the picture in focus, wherever that has gone.
    await grid.focus()
    await page.keyboard.press('Home')
  }
  await choose('Sort', 'By name')
  await choose('Sort', 'The other way round')
  await expect(first).toContainText(`picture ${COUNT - 1}.png`)
  await choose('Sort', 'Largest first')
  await choose('Sort', 'In order of arrival')
  await expect(first).toContainText('picture 0.png')

  // Answers add to each other, and go one by one.
  const [, blue = 0, green = 0] = counts
  await choose('Filter', 'blue', 'green')
  await expect(page.getByText(`${blue + green} of ${COUNT}`)).toBeVisible()
  const chips = page.getByRole('list', { name: 'Only shown' })
  await expect(chips.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Stop showing only green' }).focus()
  await page.keyboard.press('Delete')
  await expect(chips.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText(`${blue} of ${COUNT}`)).toBeVisible()
  await page.getByRole('button', { name: 'Stop showing only blue' }).click()
  await expect(page.getByText(/ of 60$/)).toHaveCount(0)
})
