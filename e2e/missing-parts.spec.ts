import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { lateFiles, pageFiles } from '../scripts/page-weight.ts'
import { AppPage } from './app-page.ts'
import { lateSteps, tryAgain } from './late-steps.ts'
import { test } from './test.ts'

const DIST = path.join(import.meta.dirname, '../dist')
const begun = pageFiles(DIST).scripts
const late = new Set(lateFiles(DIST))

/** A host that has lost everything which comes late. */
const loseLateFiles = async (page: Page) => {
  const asked = new Set<string>()
  let missing = new Set(late)
  await page.route('**/assets/*.js', (route) => {
    const file = `assets/${path.posix.basename(new URL(route.request().url()).pathname)}`
    if (!missing.has(file)) return route.fallback()
    asked.add(file)
    return route.fulfill({ status: 404 })
  })
  return {
    /** What was asked for while it was missing. */
    asked,
    /** Brings that back, and nothing else. */
    findAsked: () => {
      missing = new Set([...missing].filter((file) => !asked.has(file)))
    },
  }
}

test('each part of the page may be missing: it says so, and comes when it is asked for again', async ({
  page,
  hub,
}) => {
  const app = new AppPage(page, hub.origin)
  const uncaught: string[] = []
  page.on('pageerror', ({ message }) => uncaught.push(message))
  const host = await loseLateFiles(page)
  for (const { name, press, failed, again, failures = 1, happened, leave } of lateSteps) {
    await test.step(name, async () => {
      let known = host.asked.size
      await press(app)
      for (let failure = 1; failure <= failures; failure += 1) {
        await expect.poll(() => host.asked.size, 'takes code that nothing before has').toBeGreaterThan(known)
        await (failed ? failed(app) : expect(tryAgain(page).last()).toBeVisible())
        await expect(page.locator('#root')).not.toBeEmpty()
        known = host.asked.size
        host.findAsked()
        if (again) await again(app)
        // From the last, since each goes with its press.
        else for (const button of (await tryAgain(page).all()).reverse()) await button.click()
      }
      await happened(app)
      await leave?.(app)
    })
  }
  expect(
    [...late].filter((file) => !host.asked.has(file)),
    'parts that no step takes',
  ).toEqual([])
  expect(uncaught).toEqual([])
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
