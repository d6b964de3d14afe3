import { chromium } from 'playwright'
import { encodes, idle } from '../drawings.ts'
import { keepSaved, LINES, SAVE_ALL, savedText, type OpenVisit } from './visit.ts'

/** Visits in a Chromium. */
export const chromiumVisits =
  (executablePath: string): OpenVisit =>
  async (app, profile, files) => {
    const context = await chromium.launchPersistentContext(profile, { executablePath })
    const page = await context.newPage()
    await page.goto(app)
    await idle(page)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await choosing).setFiles([...files])
    return {
      encodes: () => encodes(page),
      results: async () => {
        await page.getByRole('gridcell').first().waitFor()
        await idle(page)
        await page.evaluate(keepSaved)
        await page.getByRole('button', { name: SAVE_ALL }).click()
        await page.getByRole('menuitem', { name: LINES }).click()
        return page.evaluate(savedText)
      },
      close: () => context.close(),
    }
  }
