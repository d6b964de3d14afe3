import { expect } from 'vitest'
import { planted } from '../planted-violations.ts'
import { tryWaysOut } from '../ways-out.ts'
import { test } from './test.ts'

test.for(planted)(
  '$what is stopped',
  async ({ run, stoppedBy, unreportedBy }, { browser, isolatedUrl, hub }) => {
    const page = await browser.newPage()
    await page.goto(`${isolatedUrl}?model=none`)
    const violations = await page.evaluateHandle(() => {
      const stopped: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        stopped.push(effectiveDirective)
      })
      return stopped
    })
    const before = hub.requests.length
    // What is refused by throwing is refused as well.
    await page.evaluate(run, hub.origin).catch(() => undefined)
    if (unreportedBy !== 'firefox') await expect.poll(() => violations.jsonValue()).toContain(stoppedBy)
    expect(await page.evaluate(() => 'planted' in window)).toBe(false)
    // Requests come in the order in which they were made: this is the only one.
    await page.evaluate((url) => fetch(url).then(() => null), `${hub.origin}/open/red.png`)
    expect(hub.requests.slice(before).map(({ path }) => path)).toEqual(['/open/red.png'])
    await page.close()
  },
)

test('the page has no way to a network but the guarded one', async ({ app, hub }) => {
  const before = hub.requests.length
  expect(await app.page.evaluate(tryWaysOut, hub.origin)).toEqual([])
  await app.page.evaluate((url) => fetch(url).then(() => null), `${hub.origin}/open/red.png`)
  expect(hub.requests.slice(before).map(({ path }) => path)).toEqual(['/open/red.png'])
})
