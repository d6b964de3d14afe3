/**
 * Whether this machine has the photographs and reference numbers that are too big for the repository. Prints why
 * tests are skipped where it has not.
 */
export const haveFixtures = (): boolean => {
  const found = import.meta.env.TAGLENS_SHARED !== ''
  if (!found) console.warn('Skipped: ../shared is not on this machine (TAGLENS_SHARED may say where it is).')
  return found
}

/** A file of `fixtures/`, through the test server of Vite; for tests in a browser. */
export const fetchFixture = async (path: string): Promise<Response> => {
  const response = await fetch(`/@fs${import.meta.env.TAGLENS_SHARED}/fixtures/${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
