import { commands } from 'vitest/browser'

/**
 * Whether this machine has the photographs and reference numbers that are too big for the repository. Prints why
 * tests are skipped where it has not.
 */
export const haveFixtures = (): boolean => {
  const found = import.meta.env.TAGLENS_SHARED !== ''
  if (!found) console.warn('Skipped: ../shared is not on this machine (TAGLENS_SHARED may say where it is).')
  return found
}

/**
 * A file of `fixtures/`, for tests in a browser. Not fetched from Vite, which takes a file without an extension
 * for a script.
 */
export const readFixture = async (path: string): Promise<Blob> => {
  const file = `${import.meta.env.TAGLENS_SHARED}/fixtures/${path}`
  const base64 = await commands.readFile(file, 'base64')
  return (await fetch(`data:application/octet-stream;base64,${base64}`)).blob()
}

/** The same, parsed. The caller says what it holds. */
export const readFixtureJson = async (path: string): Promise<unknown> =>
  JSON.parse(await (await readFixture(path)).text()) as unknown
