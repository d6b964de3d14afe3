import { expect, type Page } from '@playwright/test'
import { gradientPicture, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** How many rows of the ranking are whole on the screen, whatever has to be scrolled for the others. */
const rowsInSight = (page: Page): Promise<number> =>
  page.getByRole('list', { name: 'Tags, best first' }).evaluate((list) => {
    const scroller = list.closest('.scroll-y')?.getBoundingClientRect()
    if (!scroller) return 0
    return [...list.children].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return top >= scroller.top && bottom <= Math.min(scroller.bottom, innerHeight)
    }).length
  })

test('the answer and its first bars are in sight on small screens, without scrolling', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 360, height: 640 })
  await app.openAsVisitor()
  await app.dropPictures([gradientPicture('red', 'blue', 'photo.png')])
  // No two neighbours of a slope are alike, so it is taken for a photograph.
  await expect(page.getByText('This model cannot tell')).toBeInViewport()
  await expect(page.getByText('Show Mini’s guess')).toBeInViewport({ ratio: 1 })

  const strip = page.getByRole('region', { name: 'Model', exact: true })
  await expect(strip).toBeHidden()

  await app.loadModel('test/colours', 'wasm')
  await page.setViewportSize({ width: 1024, height: 768 })
  await app.tags.replace(['red', 'green', 'blue', 'yellow', 'cyan', 'magenta'])
  await page.setViewportSize({ width: 390, height: 844 })
  await app.dropPictures([
    gradientPicture('red', 'blue', 'both.png'),
    plainPicture('red'),
    plainPicture('blue'),
  ])
  // Which of several pictures is wanted, only the person knows.
  await expect(page.getByRole('gridcell')).toHaveCount(4)
  await page.getByRole('gridcell', { name: /^both.png, red/ }).click()
  // What is said of the model that has come stands above them: it came while the grid was shown.
  await expect(strip).toContainText('is ready')
  await expect(strip.getByRole('button', { name: 'Use it' })).toBeInViewport()
  await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(3)

  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(strip).toBeInViewport({ ratio: 1 })
  await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(4)
  await page.getByRole('gridcell', { name: /^photo.png/ }).click()
  await expect(strip).toBeInViewport({ ratio: 1 })
  await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(4)
  await strip.getByRole('button', { name: 'Dismiss' }).click()
  await expect(strip).toBeHidden()
  await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(4)
})
