import { execFileSync, spawnSync, type ExecFileSyncOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isUsable, placesOnPath } from './find-program.ts'

/** Older ones lack `AbortSignal.any` and `Promise.withResolvers`, which the app uses. */
const oldestMajor = 120

/** Chromium without windows: the same engine, but a page costs a third less CPU time (3.4 s against 5.2 s). */
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chrome', 'chromium-browser']

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    path.join(process.env.HOME ?? '', 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    if (!folder) return []
    return ['Google/Chrome', 'Chromium'].map((name) => path.join(folder, name, 'Application/chrome.exe'))
  }),
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
}

const firstUsable = (places: readonly string[]): string | undefined =>
  places.find((file) => isUsable(file, oldestMajor))

const installedShell = (): string | undefined => firstUsable(placesOnPath(shellNames))

const installedBrowser = (): string | undefined =>
  firstUsable([...placesOnPath(names), ...(usualPlaces[process.platform] ?? [])])

/** Playwright's own build, downloaded if it is not there yet. */
const playwrightBrowser = async (): Promise<string | undefined> => {
  const { chromium } = await import('playwright')
  const file = chromium.executablePath()
  if (isUsable(file, oldestMajor)) return file
  console.error('No Chromium or Chrome found. Downloading the one that Playwright provides ...')
  const cli = path.join(import.meta.dirname, '../../node_modules/playwright/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    timeout: 600_000,
  })
  return isUsable(file, oldestMajor) ? file : undefined
}

/** Installs a package of Debian's, where that is allowed and reached. */
const installPackage = (name: string): void => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error(`Installing the package ${name} with apt-get ...`)
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  }
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', name], options)
  } catch {
    // It has said why. Without the package, the next place is looked at.
  }
}

/** A shell that is there. A build machine, where time counts more than a package, installs it. */
const headlessShell = (): string | undefined => {
  const found = installedShell()
  if (found || !process.env.CI) return found
  installPackage('chromium-headless-shell')
  return installedShell()
}

const debianBrowser = (): string | undefined => {
  installPackage('chromium')
  return installedBrowser()
}

/**
 * Absolute path of a Chromium or Chrome that starts: the one in `CHROME_PATH`; else an installed one; else
 * Playwright's, downloaded on first use; else, as root on Debian, the package.
 *
 * @throws where there is none, with what to install
 */
export const findBrowser = async (): Promise<string> => {
  const chosen = process.env.CHROME_PATH
  if (chosen) {
    if (isUsable(chosen, oldestMajor)) return chosen
    throw new Error(
      `CHROME_PATH is ${chosen}, which is no Chromium or Chrome of version ${oldestMajor} or later.`,
    )
  }
  const found = installedBrowser() ?? (await playwrightBrowser()) ?? debianBrowser()
  if (found) return found
  throw new Error(
    `No browser for the tests. Do one of these, then run the command again:
  - install Google Chrome or Chromium ${oldestMajor} or later (Debian, Ubuntu: sudo apt-get install chromium)
  - npx playwright install --with-deps chromium
  - set CHROME_PATH to the program of an installed Chromium or Chrome`,
  )
}

/**
 * What tests open pages in, unless they need what belongs to a person's profile: the program in `HEADLESS_PATH`; else
 * in `CHROME_PATH`; else a headless shell; else any browser that is found.
 *
 * @throws where there is none, with what to install
 */
export const findHeadless = async (): Promise<string> =>
  process.env.HEADLESS_PATH ??
  (process.env.CHROME_PATH ? undefined : headlessShell()) ??
  (await findBrowser())

/** Switches WebGPU on without a graphics card, by SwiftShader, so that its code path runs on any machine. */
export const softwareWebGpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] as const

/**
 * Optimises WebAssembly later than usual, by a tenth of the code run, and checks each function when it is first called:
 * a page that loads a model costs a quarter less CPU time (2.7 s against 3.7 s), since most tests ask a model for a few
 * pictures and go. For tests, never for a measurement.
 */
export const sparing = ['--js-flags=--wasm-tiering-budget=20000000 --wasm-lazy-validation'] as const
