import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core'
import { expect, test as base } from 'vitest'
import { findFirefox, NO_FIREFOX } from '../../scripts/browsers/find-firefox.ts'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { createStaticServer } from '../../scripts/hosts/static-server.ts'
import { startDeployedSite, type DeployedSite } from '../support/deployed-site.ts'
import { startTestHub } from '../support/test-hub.ts'
import { FirefoxApp } from './firefox-app.ts'
import { watchFirefoxPage } from './watch-firefox-page.ts'

/** Opens pages of one profile: storage, caches and service workers are theirs alone. */
export interface Profile {
  /** Opens `address`. Whatever the page complains about, and any request to a stranger, fails the test. */
  open(address: string): Promise<FirefoxApp>
}

interface SharedByFile {
  readonly browser: Browser
  readonly hub: HubServer
  /** Address of the app on a host that sends headers. */
  readonly isolatedUrl: string
}

interface OfOneTest {
  readonly profile: Profile
  /** The app on a host that sends headers, empty: no model, no drawings. */
  readonly app: FirefoxApp
  /** The app on a host like GitHub Pages. */
  readonly site: DeployedSite
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })

/** @param preferences beside the usual ones, by their names in `about:config`. */
export const launch = (preferences: Readonly<Record<string, number | boolean>> = {}): Promise<Browser> => {
  const executablePath = findFirefox()
  if (executablePath === undefined) throw new Error(`This suite ${NO_FIREFOX}.`)
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      'ui.prefersReducedMotion': 1,
      // The stand-in of the hub is on this machine, which a page from elsewhere may not ask without a word.
      'network.lna.enabled': false,
      ...preferences,
    },
  })
}

/** Opens a page that is watched: what it complains about is written down. */
export const openIn = async (
  context: BrowserContext,
  address: string,
  hub: HubServer,
  complaints: string[],
) => {
  const page = await context.newPage()
  await watchFirefoxPage(page, [new URL(address).origin, hub.origin, hub.contentOrigin], complaints)
  await page.goto(address)
  return new FirefoxApp(page, hub.origin)
}

export const test = base
  .extend<SharedByFile>({
    browser: [
      // Vitest reads the fixtures that this one needs from its first parameter: none. So below.
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const browser = await launch()
        await use(browser)
        await browser.close()
      },
      { scope: 'worker' },
    ],
    hub: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const hub = await startTestHub()
        await use(hub)
        await hub.close()
      },
      { scope: 'worker' },
    ],
    isolatedUrl: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const folder = path.join(import.meta.dirname, '../../dist')
        const server = createStaticServer({ folder, base: '/taglens/', kind: 'isolated' })
        await use(`http://localhost:${await listen(server)}/taglens/`)
        server.closeAllConnections()
        server.close()
      },
      { scope: 'worker' },
    ],
  })
  .extend<OfOneTest>({
    profile: async ({ browser, hub }, use) => {
      const context = await browser.createBrowserContext()
      const complaints: string[] = []
      await use({ open: (address) => openIn(context, address, hub, complaints) })
      await context.close()
      expect(complaints).toEqual([])
    },
    app: async ({ profile, isolatedUrl }, use) => {
      const app = await profile.open(`${isolatedUrl}?model=none`)
      await app.whenReady()
      await use(app)
    },
    // eslint-disable-next-line no-empty-pattern
    site: async ({}, use) => {
      const site = await startDeployedSite()
      await use(site)
      await site.close()
    },
  })
