import type { Browser } from 'playwright'

/** Milliseconds since navigation, and those of the first model after it. */
export interface StartTimes {
  readonly firstPaint: number
  /** `window.taglens.ready` */
  readonly ready: number
  readonly modelLoaded: number
}

/** Opens the app in a fresh profile, so with an empty cache, and loads a model. */
export const measureStart = async (browser: Browser, app: string, baseUrl: string): Promise<StartTimes> => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      const look = () => {
        if ('taglens' in window) void window.taglens.ready.then(() => performance.mark('bench.ready'))
        else setTimeout(look, 1)
      }
      look()
    })
    await page.goto(app)
    await page.getByRole('heading', { name: 'Taglens' }).waitFor()
    return await page.evaluate(async (url) => {
      await window.taglens.ready
      const startedAt = performance.now()
      await window.taglens.loadModel({ baseUrl: url, dtype: 'q8', device: 'wasm' })
      const modelLoaded = performance.now() - startedAt
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN
      return { firstPaint: at('first-contentful-paint'), ready: at('bench.ready'), modelLoaded }
    }, baseUrl)
  } finally {
    await context.close()
  }
}
