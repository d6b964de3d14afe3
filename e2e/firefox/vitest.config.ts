import { defineConfig } from 'vitest/config'

/** The core of the end-to-end suite in Firefox, on the built app: `npm run test:firefox`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    environment: 'node',
    // One Firefox after the other, which all files share: starting one takes seconds.
    fileParallelism: false,
    isolate: false,
    // As Playwright's: a second try on a machine that others share, which the report names.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
  },
})
