import { execFileSync, spawnSync, type ExecFileSyncOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isUsable, placesOnPath } from './find-program.ts'

/** Older ones lack `AbortSignal.any` and `Promise.withResolvers`, which the app uses. */
const oldestMajor = 120

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

const installedBrowser = (): string | undefined => {
  const places = [...placesOnPath(names), ...(usualPlaces[process.platform] ?? [])]
  return places.find((file) => isUsable(file, oldestMajor))
}

/** Playwright's own build, downloaded if it is not there yet. */
const playwrightBrowser = async (): Promise<string | undefined> => {
  const { chromium } = await import('playwright')
  const file = chromium.executablePath()
  if (isUsable(file, oldestMajor)) return file
  console.error('No Chromium or Chrome found. Downloading the one that Playwright provides ...')
  const cli = path.join(import.meta.dirname, '../node_modules/playwright/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    timeout: 600_000,
  })
  return isUsable(file, oldestMajor) ? file : undefined
}

const debianBrowser = (): string | undefined => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.error('Installing the package chromium with apt-get ...')
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', 'chromium'], options)
  } catch {
    return undefined
  }
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

/** Switches WebGPU on without a graphics card, by SwiftShader, so that its code path runs on any machine. */
export const softwareWebGpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] as const
