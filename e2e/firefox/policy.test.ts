import { expect } from 'vitest'
import { planted } from '../security/planted-violations.ts'
import { tryWaysOut } from '../security/ways-out.ts'
import { test } from './test.ts'

// In one page: what is stopped leaves it as it was.
test('whatever is planted in the page is stopped', async ({ browser, isolatedUrl, hub }) => {
  const page = await browser.newPage()
  await page.goto(`${isolatedUrl}?model=none`)
  const violations = await page.evaluateHandle(() => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.push(effectiveDirective)
    })
    return stopped
  })
  for (const { what, run, stoppedBy, unreportedBy } of planted) {
    await violations.evaluate((stopped) => {
      stopped.length = 0
    })
    const before = hub.requests.length
    // What is refused by throwing is refused as well.
    await page.evaluate(run, hub.origin).catch(() => undefined)
    if (unreportedBy !== 'firefox')
      await expect.poll(() => violations.jsonValue(), { message: what }).toContain(stoppedBy)
    expect(await page.evaluate(() => 'planted' in window), what).toBe(false)
    // Requests come in the order in which they were made: this is the only one.
    await page.evaluate((url) => fetch(url).then(() => null), `${hub.origin}/open/red.png`)
    expect(
      hub.requests.slice(before).map(({ path }) => path),
      what,
    ).toEqual(['/open/red.png'])
  }
  await page.close()
})

test('the page has no way to a network but the guarded one', async ({ app, hub }) => {
  const before = hub.requests.length
  expect(await app.page.evaluate(tryWaysOut, hub.origin)).toEqual([])
  await app.page.evaluate((url) => fetch(url).then(() => null), `${hub.origin}/open/red.png`)
  expect(hub.requests.slice(before).map(({ path }) => path)).toEqual(['/open/red.png'])
})
