import type { Browser, Page } from 'playwright'

/** Milliseconds since navigation. */
export interface OpeningTimes {
  readonly firstPaint: number
  /** `window.taglens.ready` */
  readonly ready: number
  /** The three drawings of a first visit, ranked by the built-in model. */
  readonly drawingsRanked: number
}

/** How a visit begins. */
export interface StartTimes {
  /** In a fresh profile. */
  readonly emptyCache: OpeningTimes
  /** The same page once more. */
  readonly warmCache: OpeningTimes
}

const open = async (page: Page, app: string): Promise<OpeningTimes> => {
  await page.goto(app)
  const moment = await page.waitForFunction(() => {
    const drawings = [...document.querySelectorAll('button[aria-pressed]')]
    const ranked = drawings.filter(({ textContent }) => textContent.includes('percent'))
    return ranked.length === 3 ? performance.now() : null
  })
  const drawingsRanked = Number(await moment.jsonValue())
  const marks = await page.evaluate(() =>
    performance.getEntries().map(({ name, startTime }) => ({ name, startTime })),
  )
  const at = (wanted: string) => marks.find(({ name }) => name === wanted)?.startTime ?? NaN
  return { firstPaint: at('first-contentful-paint'), ready: at('bench.ready'), drawingsRanked }
}

/** Opens the app twice in a fresh profile. */
export const measureStart = async (browser: Browser, app: string): Promise<StartTimes> => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    // No named functions in what the page is to run: tsx marks them with a helper that the page does not have.
    await page.addInitScript(() => {
      const timer = setInterval(() => {
        if (!('taglens' in window)) return
        clearInterval(timer)
        void window.taglens.ready.then(() => performance.mark('bench.ready'))
      }, 1)
    })
    const emptyCache = await open(page, app)
    const warmCache = await open(page, app)
    return { emptyCache, warmCache }
  } finally {
    await context.close()
  }
}
