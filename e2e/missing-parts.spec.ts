import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { pageFiles, partFiles } from '../scripts/page-weight.ts'
import { AppPage } from './app-page.ts'
import { lateSteps } from './late-steps.ts'
import { test } from './test.ts'

const DIST = path.join(import.meta.dirname, '../dist')
const begun = new Set(pageFiles(DIST).scripts)
/** What comes after the page, workers and their own parts left out. */
const lateParts = new Set(partFiles(DIST).filter((file) => !begun.has(file)))

const fileOf = (url: string): string => `assets/${path.posix.basename(new URL(url).pathname)}`

/** A host that has lost a file, one after the other. */
const loseFiles = async (page: Page) => {
  const tested = new Set<string>()
  let missing: string | null = null
  let armed = false
  await page.route('**/assets/*.js', (route) => {
    const file = fileOf(route.request().url())
    if (armed && missing === null && lateParts.has(file) && !tested.has(file)) {
      missing = file
      tested.add(file)
    }
    return file === missing ? route.fulfill({ status: 404 }) : route.fallback()
  })
  return {
    tested,
    /** From here the first file that is asked for, and was never missing before, is. */
    lose: () => {
      armed = true
    },
    missing: () => missing,
    find: () => {
      armed = false
      missing = null
    },
  }
}

test('each part of the page may be missing: it says so, and comes when it is asked for again', async ({
  page,
  hub,
}) => {
  test.setTimeout(180_000)
  const app = new AppPage(page, hub.origin)
  const host = await loseFiles(page)
  let steps = lateSteps
  while (steps.some(({ isPrepared }) => !isPrepared)) {
    const unsure: (typeof lateSteps)[number][] = []
    for (const step of steps) {
      await test.step(step.name, async () => {
        host.lose()
        await step.press(app)
        const hears = step.askAgain === undefined
        const again = page.getByRole('button', { name: /^(Try again|Intentar de nuevo)$/ }).last()
        // Either it comes, or it says that it cannot.
        if (hears) await Promise.any([again.waitFor(), step.happened(app)])
        const file = host.missing()
        host.find()
        if (file !== null) {
          await expect(page.locator('#root')).not.toBeEmpty()
          if (hears) await again.click()
          else await step.askAgain?.(app)
          unsure.push(step)
        }
        await step.happened(app)
        await step.leave?.(app)
      })
    }
    await page.evaluate(() => {
      localStorage.clear()
    })
    // A step that has lost nothing has no other file to lose.
    steps = steps.filter((step) => step.isPrepared === true || unsure.includes(step))
  }
  expect(
    [...lateParts].filter((file) => !host.tested.has(file)),
    'parts that no step loads',
  ).toEqual([])
})

test('without a script that the page begins with, the page says what to do', async ({ page }) => {
  for (const file of begun) {
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }))
    await page.goto('./')
    await expect(page.locator('#root')).toContainText('reload the page')
    await page.unroute(`**/${file}`)
  }
  await expect(page.getByText('Check the connection, then reload the page.')).toBeVisible()
})
