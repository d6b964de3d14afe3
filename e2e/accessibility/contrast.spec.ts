import { expect, type Locator } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import type { AppPage } from '../support/app-page.ts'
import { axeViolations } from './axe-violations.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

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

const colorSchemes = ['light', 'dark'] as const

test('where more contrast is asked for, text has 7:1 on every part of the page; with the system’s own colours, what matters is seen by more than a background', async ({
  app,
}) => {
  const { page } = app
  await test.step('where more contrast is asked for, text has 7:1', async () => {
    const enhanced: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }
    const expectContrast = async () => {
      for (const colorScheme of colorSchemes) {
        await page.emulateMedia({ colorScheme })
        expect(await axeViolations(page, enhanced), colorScheme).toEqual([])
      }
    }
    await page.emulateMedia({ contrast: 'more' })
    await app.openAsVisitor()
    await app.whenIdle()
    await expectContrast()
    await showGrid(app)
    await expectContrast()
    await page.getByRole('button', { name: /^Model/ }).click()
    await page.getByRole('radio', { name: 'Choose' }).check()
    await expectContrast()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Privacy' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectContrast()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
  await test.step('with the system’s own colours bars keep colours of their own, and what is chosen or in focus shows by more than a background', async () => {
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' })
    for (const colorScheme of colorSchemes)
      await test.step(colorScheme, async () => {
        await page.emulateMedia({ colorScheme })
        const bars = app.rankRows.locator('.tag-fill')
        const [first, second] = [bars.nth(0), bars.nth(1)]
        const track = first.locator('..')
        expect(await style(first, 'background-color')).not.toBe(await style(track, 'background-color'))
        expect(await style(first, 'background-color')).not.toBe(await style(second, 'background-color'))
        expect(await borderWidth(track)).toBeGreaterThan(0)

        const chosen = page.locator('label', { hasText: /^Tags$/ })
        const other = page.locator('label', { hasText: /^ImageNet$/ })
        expect(await style(chosen, 'background-color')).not.toBe(await style(other, 'background-color'))
        const pressed = page.locator('button[aria-pressed=true]').first()
        expect(await borderWidth(pressed)).toBeGreaterThanOrEqual(2)
        expect(
          await borderWidth(page.getByRole('button', { name: 'Add pictures', exact: true })),
        ).toBeGreaterThan(0)

        await app.tabTo(app.grid)
        await page.keyboard.press('Home')
        await page.keyboard.press('ArrowRight')
        const outline = async (name: string) => parseFloat(await style(app.picture(name), 'outline-width'))
        expect(await outline('green.png')).toBeGreaterThan(await outline('red.png'))
        const privacy = page.getByRole('button', { name: 'Privacy' })
        await app.tabTo(privacy)
        expect(await style(privacy, 'outline-style')).toBe('solid')
        expect(await style(privacy, 'outline-color')).not.toBe(
          await style(page.locator('body'), 'background-color'),
        )
      })
  })
})
