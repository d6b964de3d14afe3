import { expect, type Locator } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import type { AppPage } from './app-page.ts'
import { axeViolations } from './axe-violations.ts'
import { plainPicture } from './make-pictures.ts'
import { test } from './test.ts'

const showGrid = async (app: AppPage): Promise<void> => {
  await app.start(['red', 'green'])
  await app.dropPictures([plainPicture('red'), plainPicture('green')])
  await app.expectBestTag('green.png', 'green')
}

/** A computed style, as the system's colours leave it. */
const style = (target: Locator, property: string): Promise<string> =>
  target.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

const borderWidth = async (target: Locator): Promise<number> =>
  parseFloat(await style(target, 'border-top-width'))

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the system's own colours, ${colorScheme}`, () => {
    test.beforeEach(async ({ app }) => {
      await app.page.emulateMedia({ forcedColors: 'active', colorScheme })
    })

    test('bars keep colours of their own, and what is chosen or in focus shows by more than a background', async ({
      app,
    }, info) => {
      await showGrid(app)
      const bars = app.rankRows.locator('.tag-fill')
      const [first, second] = [bars.nth(0), bars.nth(1)]
      const track = first.locator('..')
      expect(await style(first, 'background-color')).not.toBe(await style(track, 'background-color'))
      expect(await style(first, 'background-color')).not.toBe(await style(second, 'background-color'))
      expect(await borderWidth(track)).toBeGreaterThan(0)

      const { page } = app
      const chosen = page.locator('label', { hasText: /^Tags$/ })
      const other = page.locator('label', { hasText: /^ImageNet$/ })
      expect(await style(chosen, 'background-color')).not.toBe(await style(other, 'background-color'))
      const pressed = page.locator('button[aria-pressed=true]').first()
      expect(await borderWidth(pressed)).toBeGreaterThanOrEqual(2)
      expect(
        await borderWidth(page.getByRole('button', { name: 'Add pictures', exact: true })),
      ).toBeGreaterThan(0)

      await app.tabTo(app.grid)
      await page.keyboard.press('ArrowRight')
      const outline = async (name: string) => parseFloat(await style(app.picture(name), 'outline-width'))
      expect(await outline('green.png')).toBeGreaterThan(await outline('red.png'))
      const privacy = page.getByRole('button', { name: 'Privacy' })
      await app.tabTo(privacy)
      expect(await style(privacy, 'outline-style')).toBe('solid')
      expect(await style(privacy, 'outline-color')).not.toBe(
        await style(page.locator('body'), 'background-color'),
      )
      await page.screenshot({ path: info.outputPath('forced.png') })
    })
  })

  test(`where more contrast is asked for, text has 7:1 on every part of the page, ${colorScheme}`, async ({
    app,
  }, info) => {
    await app.page.emulateMedia({ contrast: 'more', colorScheme })
    const enhanced: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }
    await app.openAsVisitor()
    await app.whenIdle()
    expect(await axeViolations(app.page, enhanced)).toEqual([])
    await showGrid(app)
    expect(await axeViolations(app.page, enhanced)).toEqual([])
    await app.page.screenshot({ path: info.outputPath('more.png') })
    await app.page.getByRole('button', { name: /^Model/ }).click()
    await app.page.getByRole('radio', { name: 'Choose' }).check()
    expect(await axeViolations(app.page, enhanced)).toEqual([])
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('button', { name: 'Privacy' }).click()
    await expect(app.page.getByRole('dialog')).toBeVisible()
    expect(await axeViolations(app.page, enhanced)).toEqual([])
  })
}
