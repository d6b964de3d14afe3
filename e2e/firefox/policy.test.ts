import { expect } from 'vitest'
import { planted } from '../planted-violations.ts'
import { test } from './test.ts'

test.for(planted)('$what is stopped', async ({ run, stoppedBy }, { browser, isolatedUrl }) => {
  const page = await browser.newPage()
  await page.goto(`${isolatedUrl}?model=none`)
  const violations = await page.evaluateHandle(() => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.push(effectiveDirective)
    })
    return stopped
  })
  // What is refused by throwing is refused as well.
  await page.evaluate(run, 'https://elsewhere.example').catch(() => undefined)
  await expect.poll(() => violations.jsonValue()).toContain(stoppedBy)
  expect(await page.evaluate(() => 'planted' in window)).toBe(false)
  await page.close()
})
