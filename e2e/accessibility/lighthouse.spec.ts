import { chromium, expect, test } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { freePort } from '../../scripts/hosts/free-port.ts'

/** Points of 100 that each category has to reach. */
const WANTED = 95

for (const [screen, config] of [
  ['a wide screen', desktopConfig],
  ['a phone', undefined],
] as const) {
  test(`Lighthouse finds accessibility and best practices in order on ${screen}`, async ({ baseURL }) => {
    const port = await freePort()
    const browser = await chromium.launch({
      executablePath: process.env.HEADLESS_PATH!,
      args: [`--remote-debugging-port=${port}`],
    })
    const run = await lighthouse(
      baseURL,
      { port, logLevel: 'error', onlyCategories: ['accessibility', 'best-practices'] },
      config,
    )
    await browser.close()
    const { categories, audits } = run!.lhr
    for (const { id, score, auditRefs } of Object.values(categories)) {
      const missed = auditRefs
        .map((ref) => audits[ref.id]!)
        .filter((audit) => audit.score !== null && audit.score < 1)
      console.log(`${id} on ${screen}: ${Math.round((score ?? 0) * 100)}`)
      expect((score ?? 0) * 100, missed.map(({ title }) => title).join('; ')).toBeGreaterThanOrEqual(WANTED)
    }
  })
}
