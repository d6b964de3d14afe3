import path from 'node:path'
import { isUsable, placesOnPath } from './find-program.ts'

/** The suite was written against 153; older ones lack commands that it needs, and no one has tried them. */
const oldestMajor = 153

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder ? [path.join(folder, 'Mozilla Firefox/firefox.exe')] : []
  }),
}

/** Why what needs a Firefox did not run. */
export const NO_FIREFOX = `needs Firefox ${oldestMajor} or later, which is not on this machine (FIREFOX_PATH names one)`

/** Absolute path of a Firefox that starts: the one in `FIREFOX_PATH`, else an installed one. Installs none. */
export const findFirefox = (): string | undefined => {
  const chosen = process.env.FIREFOX_PATH
  const places = chosen
    ? [chosen]
    : [...placesOnPath(['firefox-esr', 'firefox']), ...(usualPlaces[process.platform] ?? [])]
  return places.find((file) => isUsable(file, oldestMajor))
}
