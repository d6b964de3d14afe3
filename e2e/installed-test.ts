import { expect, type BrowserContext, type Page } from '@playwright/test'
import { AppPage } from './app-page.ts'
import { startDeployedSite, type DeployedSite } from './deployed-site.ts'
import { notYetKept } from './kept-files.ts'
import { test as base } from './test.ts'
import { watchPage } from './watch-page.ts'

/** A browser that the app is installed in, page by page. */
export interface InstalledApp {
  readonly site: DeployedSite
  readonly context: BrowserContext
  /** Opens a tab that asks nobody but the app's host, or the test fails. */
  openTab(query?: string): Promise<AppPage>
  /** Opens a first tab, which is loaded twice. `page.evaluate` of the page API before that would count as use. */
  openIsolated(query?: string): Promise<AppPage>
  /** Visits once, until the page is isolated and everything is kept for offline use. */
  visit(): Promise<AppPage>
  /** Takes the network away: from the browser, and by stopping the host. */
  goOffline(): Promise<void>
}

/** Resolves when the service worker has kept everything that the next visit needs. */
const whenKept = async (page: Page): Promise<void> => {
  await expect.poll(() => notYetKept(page), { timeout: 30_000 }).toEqual([])
}

/** Tests of the app with its service worker, on a host with the manners of GitHub Pages. */
export const test = base.extend<{ readonly installed: InstalledApp }>({
  serviceWorkers: 'allow',
  installed: async ({ context, hub }, use) => {
    const site = await startDeployedSite()
    const complaints: (readonly string[])[] = []
    let closed = false
    const close = async () => {
      if (!closed) await site.close()
      closed = true
    }
    const open = async (query: string, loads: number) => {
      const page = await context.newPage()
      complaints.push(
        watchPage(page, { app: new URL(site.url).origin, hub: hub.origin, content: hub.contentOrigin }),
      )
      let count = 0
      page.on('load', () => (count += 1))
      await page.goto(site.url + query)
      await expect.poll(() => count).toBe(loads)
      return new AppPage(page, hub.origin)
    }
    const openTab = (query = '') => open(query, 1)
    const openIsolated = (query = '') => open(query, 2)
    await use({
      site,
      context,
      openTab,
      openIsolated,
      visit: async () => {
        const app = await openIsolated()
        await whenKept(app.page)
        return app
      },
      goOffline: async () => {
        await context.setOffline(true)
        await close()
      },
    })
    await close()
    expect(complaints.flat()).toEqual([])
  },
})
