import { expect } from '@playwright/test'
import { gradientPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

test('a threshold is moved over the scores of 6 pictures, and of 60, as one step', async ({ app, page }) => {
  await app.start(['red', 'blue'])
  const pictures = Array.from({ length: 60 }, (_, i) =>
    gradientPicture(i % 2 ? 'red' : 'blue', 'green', `picture ${i}.png`, { width: 40 + i, height: 30 }),
  )
  const slider = page.getByRole('slider', { name: /^Least score of/ })
  for (const some of [pictures.slice(0, 6), pictures.slice(6)]) {
    const count = some.length === 6 ? 6 : 60
    await test.step(`${count} pictures`, async () => {
      await app.dropPictures(some)
      await app.whenIdle()
      if (count === 6) {
        await app.choosePicture('picture 1.png')
        await page.locator('summary', { hasText: 'Scoring' }).click()
        await page.locator('summary', { hasText: 'Scores' }).click()
      }
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
  }
})
