import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core'
import { keepSaved, LINES, SAVE_ALL, savedText, type OpenVisit } from './visit.ts'

const click = async (page: Page, selector: string): Promise<void> => {
  const found = await page.waitForSelector(selector)
  await found?.click()
}

/** Presses the first button or entry of a menu that begins so. */
const pressText = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')]
      const found = all.find(({ innerText }) => innerText.startsWith(wanted))
      found?.click()
      return found !== undefined
    },
    {},
    text,
  )

/** Visits in a Firefox, which Playwright cannot drive as distributions build it. */
export const firefoxVisits =
  (executablePath: string): OpenVisit =>
  async (app, profile, files) => {
    const browser = await puppeteer.launch({
      ...{ browser: 'firefox', executablePath, userDataDir: profile, protocolTimeout: 1_800_000 },
      extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', 'ui.prefersReducedMotion': 1 },
    })
    const page = await browser.newPage()
    await page.goto(app)
    await page.waitForFunction(() => 'taglens' in window)
    await page.evaluate(() => window.taglens.whenIdle())
    // The dialog itself is held back: Firefox under WebDriver answers each at once as though the person had thought better of it.
    await page.evaluate(() => {
      Object.assign(HTMLInputElement.prototype, {
        click() {
          return undefined
        },
      })
    })
    await pressText(page, 'Choose files')
    const input = await page.waitForSelector('input[type=file]')
    // By the selector it is one.
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...files)
    return {
      encodes: () => page.evaluate(() => window.taglens.stats().pictureEncodes),
      results: async () => {
        await page.waitForSelector('[role=gridcell]')
        await page.evaluate(() => window.taglens.whenIdle())
        await page.evaluate(keepSaved)
        await click(page, `[aria-label="${SAVE_ALL}"]`)
        await pressText(page, LINES)
        return page.evaluate(savedText)
      },
      close: () => browser.close(),
    }
  }
