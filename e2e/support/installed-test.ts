import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { AppPage } from './app-page.ts'
import { startDeployedSite, type DeployedSite } from './deployed-site.ts'
import { notYetKept } from './kept-files.ts'
import { contextOptions, test as base } from './test.ts'
import { watchPage } from './watch-page.ts'

/** A browser that the app is installed in, page by page. */
export interface InstalledApp {
  readonly site: DeployedSite
  readonly context: BrowserContext
  /** Opens a tab that asks no one but the app's host, or the test fails. */
  openTab(query?: string): Promise<AppPage>
  /** Opens a first tab and, once the service worker answers for it, loads it a second time: isolated. */
  openIsolated(query?: string): Promise<AppPage>
  /** Visits once, until everything is kept for offline use. */
  visit(): Promise<AppPage>
  /** Takes the network away: from the browser, and by stopping the host. */
  goOffline(): Promise<void>
}

/** Resolves when the service worker has kept everything that the next visit needs. */
const whenKept = async (page: Page): Promise<void> => {
  await expect.poll(() => notYetKept(page), { timeout: 30_000 }).toEqual([])
}

/** A host like GitHub Pages, and a browser that opens the app there. */
const startInstalled = async (context: BrowserContext, hub: HubServer, kind: HostKind = 'pages') => {
  const site = await startDeployedSite(kind)
  const complaints: (readonly string[])[] = []
  let closed = false
  const close = async () => {
    if (!closed) await site.close()
    closed = true
  }
  const openTab = async (query = '') => {
    const page = await context.newPage()
    complaints.push(
      watchPage(page, { app: new URL(site.url).origin, hub: hub.origin, content: hub.contentOrigin }),
    )
    await page.goto(site.url + query)
    return new AppPage(page, hub.origin)
  }
  const installed: InstalledApp = {
    site,
    context,
    openTab,
    openIsolated: async (query = '') => {
      const app = await openTab(query)
      await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await app.page.reload()
      return app
    },
    visit: async () => {
      const app = await openTab()
      await whenKept(app.page)
      return app
    },
    goOffline: async () => {
      await context.setOffline(true)
      await close()
    },
  }
  return { installed, close, complaints: () => complaints.flat() }
}

type HostKind = 'pages' | 'isolated'

interface Installed {
  /** What host the app is installed from: one like GitHub Pages unless a file says otherwise. */
  readonly hostKind: HostKind
  readonly installed: InstalledApp
  /** `answering`, held to what any page is held to. */
  readonly colours: AppPage
}

interface InstalledOnce {
  /** A tab whose service worker answers by the colour model. Opened once: for tests that only ask. */
  readonly answering: {
    readonly app: AppPage
    readonly installed: InstalledApp
    complaints(): readonly string[]
  }
}

/** Tests of the app with its service worker, on a host like GitHub Pages. */
export const test = base.extend<Installed, InstalledOnce>({
  serviceWorkers: 'allow',
  hostKind: ['pages', { option: true }],
  installed: async ({ context, hub, hostKind }, use) => {
    const { installed, close, complaints } = await startInstalled(context, hub, hostKind)
    await use(installed)
    // Pages are still open, and may ask for more of the app while its host stops.
    const found = complaints()
    await close()
    expect(found).toEqual([])
  },
  answering: [
    async ({ browser, hub }, use, info) => {
      const context = await browser.newContext({ ...contextOptions(info), serviceWorkers: 'allow' })
      const { installed, close, complaints } = await startInstalled(context, hub)
      const app = await installed.openIsolated('?model=none')
      await app.loadFromHub('test/colours')
      await use({ app, installed, complaints })
      await context.close()
      await close()
    },
    { scope: 'worker' },
  ],
  colours: async ({ answering: { app, complaints } }, use) => {
    const before = complaints().length
    await use(app)
    expect(complaints().slice(before)).toEqual([])
  },
})

/** Defines tests of the installed app on a host that sends headers; any other is on one like GitHub Pages. */
export const onIsolatedHost = (define: () => void): void => {
  test.describe("from a host like 'isolated'", () => {
    test.use({ hostKind: 'isolated' })
    define()
  })
}

/** Defines tests of the installed app twice, on either kind of host: for what headers may change. */
export const onEachKindOfHost = (define: () => void): void => {
  onIsolatedHost(define)
  test.describe("from a host like 'pages'", define)
}
