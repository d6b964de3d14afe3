import { test as base, expect, type BrowserContextOptions, type WorkerInfo } from '@playwright/test'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { NO_FIXTURES, sharedFixtures } from '../../scripts/fixtures/shared-models.ts'
import { AppPage } from './app-page.ts'
import { startTestHub } from './test-hub.ts'
import { translatePage } from '../accessibility/translate-page.ts'
import { watchPage } from './watch-page.ts'

export interface Fixtures {
  /** Whether a page translator is at work. */
  readonly translated: boolean
  /** The app in a page of its own. Whatever it complains about, and any request elsewhere, fails the test. */
  readonly app: AppPage
  /** `openedOnce`, watched as `app` is. */
  readonly colours: AppPage
}

export interface WorkerFixtures {
  readonly hub: HubServer
  /** The app with the colour model on the CPU. Opened once: for tests that ask it and leave it as it was. */
  readonly openedOnce: { readonly app: AppPage; readonly complaints: readonly string[] }
}

/** How the configuration wants its pages, for a fixture that outlives a test: those are not given it. */
export const contextOptions = ({ project: { use } }: WorkerInfo): BrowserContextOptions => ({
  ...use.contextOptions,
  baseURL: use.baseURL!,
  serviceWorkers: use.serviceWorkers!,
  locale: use.locale!,
  timezoneId: use.timezoneId!,
  colorScheme: use.colorScheme!,
  viewport: use.viewport!,
})

export const test = base.extend<Fixtures, WorkerFixtures>({
  hub: [
    // Playwright reads the fixtures that this one needs from its first parameter: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const hub = await startTestHub()
      await use(hub)
      await hub.close()
    },
    { scope: 'worker' },
  ],
  openedOnce: [
    async ({ browser, hub }, use, info) => {
      const context = await browser.newContext(contextOptions(info))
      const page = await context.newPage()
      const complaints = watchPage(page, {
        app: new URL(info.project.use.baseURL!).origin,
        hub: hub.origin,
        content: hub.contentOrigin,
      })
      const app = new AppPage(page, hub.origin)
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await use({ app, complaints })
      await context.close()
    },
    { scope: 'worker' },
  ],
  colours: async ({ openedOnce: { app, complaints } }, use) => {
    const before = complaints.length
    await use(app)
    expect(complaints.slice(before)).toEqual([])
  },
  translated: [false, { option: true }],
  app: async ({ page, hub, baseURL, translated }, use) => {
    const complaints = watchPage(page, {
      app: new URL(baseURL!).origin,
      hub: hub.origin,
      content: hub.contentOrigin,
    })
    if (translated) await page.addInitScript(translatePage)
    await use(new AppPage(page, hub.origin))
    expect(complaints).toEqual([])
  },
})

/** Defines tests on a host that sends no headers; any other test is on one that sends those of docs/hosting.md. */
export const onPlainHost = (define: () => void): void => {
  test.describe('on a host without headers', () => {
    test.use({ baseURL: `http://localhost:${process.env.TAGLENS_PLAIN_PORT}/taglens/` })
    define()
  })
}

/** Defines tests twice, on either kind of host: for what headers, or their absence, may change. */
export const onEachHost = (define: () => void): void => {
  test.describe('on a host with headers', define)
  onPlainHost(define)
}

/** Skips the tests of a file, with a reason, where the fixtures are missing. */
export const requireFixtures = (): string => {
  const fixtures = sharedFixtures()
  test.skip(fixtures === null, NO_FIXTURES)
  return fixtures ?? ''
}
