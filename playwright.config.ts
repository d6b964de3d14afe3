import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findBrowser, findHeadless, softwareWebGpu, sparing } from './scripts/browsers/find-browser.ts'
import { freePort } from './scripts/hosts/free-port.ts'

const isCi = Boolean(process.env.CI)

/** Each has a browser whose engine takes up to four threads and several hundred megabytes. */
const MOST_WORKERS = 6

// Playwright reads this file again in each of its workers, which have to find the same servers and browsers.
process.env.TAGLENS_PORT ??= String(await freePort())
process.env.TAGLENS_PLAIN_PORT ??= String(await freePort())
process.env.HEADLESS_PATH ??= await findHeadless()
process.env.CHROME_PATH ??= await findBrowser()
const isolatedUrl = `http://localhost:${process.env.TAGLENS_PORT}/taglens/`
const plainUrl = `http://localhost:${process.env.TAGLENS_PLAIN_PORT}/taglens/`

export default defineConfig({
  testDir: 'e2e',
  // The rest is Firefox's, which Vitest runs.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // One more than cores: a good part of a test is waiting, for a deadline, a busy host, a silent worker.
  workers: Math.min(availableParallelism() + 1, MOST_WORKERS),
  forbidOnly: isCi,
  retries: isCi ? 1 : 0,
  // Guards against what never ends. Browsers share the cores, and a model is loaded in the middle of most tests.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./scripts/verify/playwright-count-reporter.ts']],
  use: {
    baseURL: isolatedUrl,
    // Each test has a profile of its own, so each would install it again. `support/installed-test.ts` lets it in.
    serviceWorkers: 'block',
    // A recording takes a quarter of a test's time, so only what failed is recorded. By hand: `--trace on`.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: process.env.HEADLESS_PATH, args: [...softwareWebGpu, ...sparing] },
  },
  metadata: { plainUrl },
  webServer: [
    {
      command: `npm run --silent serve -- --port ${process.env.TAGLENS_PORT}`,
      url: isolatedUrl,
      reuseExistingServer: false,
    },
    {
      command: `npm run --silent serve -- --pages --port ${process.env.TAGLENS_PLAIN_PORT}`,
      url: plainUrl,
      reuseExistingServer: false,
    },
  ],
})
