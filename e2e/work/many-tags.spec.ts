import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'
import { watchDrawing } from './watch-drawing.ts'

const COUNT = 1000
/** Elements of two screenfuls of rows; a thousand rows would be twenty times as many. */
const TWO_SCREENFULS = 1200

const thousand = Array.from({ length: COUNT }, (_, i) => `colour ${i}`).join('\n')

/** The row at this place of the list, which only exists near the screen. */
const rowAt = (app: AppPage, place: number) => app.page.locator(`li[aria-posinset="${place}"]`)

test(`of ${COUNT} tags that are pasted only those near the screen are drawn, and they are gone through, edited, moved and removed by keyboard`, async ({
  app,
}) => {
  const { keyboard } = app.page
  await app.start(['red', 'blue'])
  await test.step('only those near the screen are drawn', async () => {
    await app.dropPictures([plainPicture('red')])
    await app.expectBest('red')
    const drawing = await watchDrawing(app.page, async () => {
      await app.tags.paste(thousand)
      await app.whenIdle()
      await expect(app.page.getByText(/^Show all 1.?002 tags$/)).toBeVisible()
    })
    expect(drawing.mostAtOnce).toBeLessThan(TWO_SCREENFULS)
    await app.expectBest('red')
  })
  await test.step('they are gone through, edited, moved and removed by keyboard', async () => {
    await app.removePictures()
    await app.dropPictures([plainPicture('yellow')])
    await app.whenIdle()
    // The long list's code comes with the first long list; until then its beginning is seen.
    await expect(rowAt(app, 1)).toHaveAttribute('aria-setsize', `${COUNT + 2}`)
    await app.tags.field.press('ArrowDown')
    await expect(app.tags.button('red')).toBeFocused()
    await keyboard.press('End')
    await expect(app.tags.button('colour 999')).toBeFocused()
    await expect(rowAt(app, COUNT + 2)).toHaveAttribute('aria-setsize', `${COUNT + 2}`)
    await expect(rowAt(app, COUNT + 2)).toBeInViewport()
    await keyboard.press('Alt+ArrowUp')
    await expect(rowAt(app, COUNT + 1)).toContainText('colour 999')
    await expect(app.tags.button('colour 999')).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(app.tags.button('colour 998')).toBeFocused()
    await keyboard.press('Delete')
    await expect(app.tags.button('colour 999')).toBeFocused()
    await expect(rowAt(app, COUNT + 1)).toHaveAttribute('aria-setsize', `${COUNT + 1}`)

    const drawing = await watchDrawing(app.page, async () => {
      await keyboard.press('Enter')
      await keyboard.type('yellow')
      await app.whenIdle()
      await keyboard.press('Enter')
      await app.whenIdle()
    })
    expect(drawing.mostAtOnce).toBeLessThan(TWO_SCREENFULS)
    await app.expectBest('yellow')
    await expect(app.tags.button('yellow')).toBeFocused()
    // What has focus is not lost with the rows that scroll away.
    await app.tags.rows.first().evaluate((row) => row.closest('ul')?.parentElement?.scrollTo(0, 4000))
    await expect(app.tags.button('colour 130')).toBeVisible()
    await expect(app.tags.button('yellow')).toBeFocused()
    await keyboard.press('Home')
    await expect(app.tags.button('red')).toBeFocused()
  })
})

test(`nor more while the built-in model reads them, and the first are ranked before the last are read`, async ({
  app,
}) => {
  await app.openAsVisitor()
  await app.whenIdle()
  await app.expectBest('car')
  const counts: number[] = []
  const drawing = await watchDrawing(app.page, async () => {
    await app.tags.paste(thousand)
    const idle = app.whenIdle()
    await app.page.evaluate(() => new Promise(requestAnimationFrame))
    counts.push(await app.rankRows.count())
    await idle
  })
  expect(drawing.mostAtOnce).toBeLessThan(TWO_SCREENFULS)
  // Those that were there before have never been away.
  expect(counts[0]).toBeGreaterThanOrEqual(6)
})

test(`one of ${COUNT} tags is dragged to where the list had to be scrolled to`, async ({ app }) => {
  await app.open()
  await app.tags.replace(['red', 'blue'])
  await app.tags.paste(thousand)
  await expect(rowAt(app, 6)).toContainText('colour 3')
  await app.tags.drag('red', 'colour 3')
  await expect(rowAt(app, 6)).toContainText('red')

  const from = await app.tags.row('blue').boundingBox()
  const column = await app.tags.rows.first().evaluate((row) => {
    const { left, bottom } = row.closest('ul')!.parentElement!.getBoundingClientRect()
    return { left, bottom }
  })
  await app.tags.row('blue').hover()
  await app.page.mouse.move(from!.x + 8, from!.y + 16)
  await app.page.mouse.down()
  // A held row at the end of what is seen scrolls on with each move.
  for (let moves = 0; moves < 40; moves += 1)
    await app.page.mouse.move(column.left + 14 + (moves % 2), column.bottom - 10)
  await app.page.mouse.up()
  const place = Number(await app.tags.row('blue').getAttribute('aria-posinset'))
  expect(place).toBeGreaterThan(40)
})
