import { expect, type Page } from '@playwright/test'
import { planted } from './planted-violations.ts'
import { onEachHost, test } from '../support/test.ts'
import { tryWaysOut } from './ways-out.ts'

/** Lists from now on, in the page, which directives stopped something. */
const watchViolations = async (page: Page) => {
  const list = await page.evaluateHandle(() => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.push(effectiveDirective)
    })
    return stopped
  })
  return {
    stoppedBy: () => list.jsonValue(),
    forget: () =>
      list.evaluate((stopped) => {
        stopped.length = 0
      }),
  }
}

onEachHost(() => {
  // In one page: what is stopped leaves it as it was.
  test('whatever is planted in the page is stopped, and says by which directive', async ({ page }) => {
    const answered: string[] = []
    page.on('response', (response) => answered.push(new URL(response.url()).host))
    await page.goto('./?model=none')
    await expect(page.getByRole('heading', { name: 'Taglens' })).toBeVisible()
    const violations = await watchViolations(page)
    for (const { what, run, stoppedBy } of planted)
      await test.step(what, async () => {
        await violations.forget()
        // What is refused by throwing is refused as well.
        await page.evaluate(run, 'https://elsewhere.example').catch(() => undefined)
        await expect.poll(violations.stoppedBy, what).toContain(stoppedBy)
        expect(await page.evaluate(() => 'planted' in window), what).toBe(false)
        expect(
          answered.filter((name) => name.includes('elsewhere')),
          what,
        ).toEqual([])
      })
  })

  test('page and workers have no way to a network but the guarded one', async ({ page, hub }) => {
    await page.goto('./')
    await page.evaluate(() => window.taglens.whenIdle())
    const before = hub.requests.length
    expect(await page.evaluate(tryWaysOut, hub.origin)).toEqual([])
    // Of the runtime's threads nothing can be asked: they wait for work.
    const workers = page.workers().filter((worker) => worker.url().includes('/worker-'))
    expect(workers.length).toBeGreaterThanOrEqual(2)
    for (const worker of workers)
      expect(await worker.evaluate(tryWaysOut, hub.origin), worker.url()).toEqual([])
    // Requests come in the order in which they were made: this is the only one.
    await page.evaluate((url) => fetch(url), `${hub.origin}/open/red.png`)
    expect(hub.requests.slice(before).map(({ path }) => path)).toEqual(['/open/red.png'])
  })
})
