import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser, findHeadless } from './find-browser.ts'

let folder: string
beforeEach(() => {
  // A build machine installs a headless shell.
  vi.stubEnv('CI', '')
  folder = mkdtempSync(path.join(tmpdir(), 'browser-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** A program that says a version and does nothing else. */
const program = (name: string, answer: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${answer}\n`)
  chmodSync(file, 0o755)
  return file
}

test.skipIf(process.platform === 'win32')('the browser that CHROME_PATH names is taken', async () => {
  const chosen = program('my-chrome', 'echo Google Chrome 150.0.1.2')
  vi.stubEnv('CHROME_PATH', chosen)
  expect(await findBrowser()).toBe(chosen)
})

test('a CHROME_PATH that names no browser is an error, not a reason to look elsewhere', async () => {
  vi.stubEnv('CHROME_PATH', path.join(folder, 'nowhere'))
  await expect(findBrowser()).rejects.toThrow('CHROME_PATH')
})

test.skipIf(process.platform === 'win32')('old ones and stubs on the path are passed over', async () => {
  vi.stubEnv('CHROME_PATH', '')
  program('chromium', 'echo Chromium 90.0.1.2')
  program('google-chrome-stable', 'echo Install me first >&2; exit 1')
  const sound = program('google-chrome', 'echo Google Chrome 150.0.1.2')
  vi.stubEnv('PATH', folder)
  expect(await findBrowser()).toBe(sound)
})

test.skipIf(process.platform === 'win32')(
  'tests open pages in a headless shell, but in the browser that somebody chose',
  async () => {
    vi.stubEnv('CHROME_PATH', undefined)
    vi.stubEnv('HEADLESS_PATH', undefined)
    const shell = program('chromium-headless-shell', 'echo Chromium 150.0.1.2')
    const whole = program('chromium', 'echo Chromium 150.0.1.2')
    vi.stubEnv('PATH', folder)
    expect([await findHeadless(), await findBrowser()]).toEqual([shell, whole])
    vi.stubEnv('CHROME_PATH', whole)
    expect(await findHeadless()).toBe(whole)
  },
)
