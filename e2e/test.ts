import { test as base, expect } from '@playwright/test'
import type { HubServer } from '../scripts/hub-server.ts'
import { NO_FIXTURES, sharedFixtures } from '../scripts/shared-models.ts'
import { AppPage } from './app-page.ts'
import { startTestHub } from './test-hub.ts'
import { watchPage } from './watch-page.ts'

export interface Fixtures {
  /** The app in a page of its own. Whatever it complains about, and any request elsewhere, fails the test. */
  readonly app: AppPage
}

export interface WorkerFixtures {
  readonly hub: HubServer
}

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
  app: async ({ page, hub, baseURL }, use) => {
    const complaints = watchPage(page, {
      app: new URL(baseURL!).origin,
      hub: hub.origin,
      content: hub.contentOrigin,
    })
    await use(new AppPage(page, hub.origin))
    expect(complaints).toEqual([])
  },
})

/** Skips the tests of a file, with a reason, where the fixtures are missing. */
export const requireFixtures = (): string => {
  const fixtures = sharedFixtures()
  test.skip(fixtures === null, NO_FIXTURES)
  return fixtures ?? ''
}
