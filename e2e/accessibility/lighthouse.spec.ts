import { chromium, expect, test } from '@playwright/test'
import lighthouse from 'lighthouse'
import { sparing } from '../../scripts/browsers/find-browser.ts'
import { freePort } from '../../scripts/hosts/free-port.ts'

/** Points of 100 that each category has to reach. */
const WANTED = 95

// A phone, as Lighthouse has it unless it is told otherwise. Its rules are axe's, which our own walks ask on either screen.
test('Lighthouse finds accessibility and best practices in order', async ({ baseURL }) => {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: process.env.HEADLESS_PATH!,
    args: [`--remote-debugging-port=${port}`, ...sparing],
  })
  const run = await lighthouse(baseURL, {
    port,
    logLevel: 'error',
    onlyCategories: ['accessibility', 'best-practices'],
  })
  await browser.close()
  const { categories, audits } = run!.lhr
  for (const { id, score, auditRefs } of Object.values(categories)) {
    const missed = auditRefs
      .map((ref) => audits[ref.id]!)
      .filter((audit) => audit.score !== null && audit.score < 1)
    console.log(`${id}: ${Math.round((score ?? 0) * 100)}`)
    expect((score ?? 0) * 100, missed.map(({ title }) => title).join('; ')).toBeGreaterThanOrEqual(WANTED)
  }
})
