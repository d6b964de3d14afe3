import { expect } from '@playwright/test'
import { gradientPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

for (const count of [6, 60])
  test(`a threshold is moved over the scores of ${count} pictures, as one step`, async ({ app, page }) => {
    await app.start(['red', 'blue'])
    await app.dropPictures(
      Array.from({ length: count }, (_, i) =>
        gradientPicture(i % 2 ? 'red' : 'blue', 'green', `picture ${i}.png`, { width: 40 + i, height: 30 }),
      ),
    )
    await app.whenIdle()
    await app.choosePicture('picture 1.png')
    await page.locator('summary', { hasText: 'Scoring' }).click()
    await page.locator('summary', { hasText: 'Scores' }).click()
    const slider = page.getByRole('slider', { name: /^Least score of/ })
    await expect(page.getByText(`${count} kept, 0 lost`)).toBeVisible()
    await expect(slider).toHaveAttribute('aria-valuetext', 'No threshold')
    // What is folded out of sight in a column moved the whole page, which has nothing to scroll.
    expect(
      await page.evaluate(() =>
        [document.documentElement, document.querySelector('#root')].map((e) => e?.scrollHeight),
      ),
    ).toEqual([800, 800])
    await slider.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await expect(slider).toHaveValue('98')
    await expect(page.getByText(/^\d+ kept, [1-9]\d* lost$/)).toBeVisible()
    await slider.blur()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(slider).toHaveAttribute('aria-valuetext', 'No threshold')
    await expect(page.getByText(`${count} kept, 0 lost`)).toBeVisible()
  })
