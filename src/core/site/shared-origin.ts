/** Hosts that give every owner one origin for all of the owner's projects. */
const HOSTS_OF_PROJECTS = /\.(github\.io|gitlab\.io|codeberg\.page)$/

/**
 * Whether pages that are no part of the app may lie on its origin. They could read and change all that it stores, and
 * no header can prevent that.
 * @param scopePath path of the app, e.g. `/taglens/`
 */
export const mayShareOrigin = (hostname: string, scopePath: string): boolean =>
  scopePath !== '/' || HOSTS_OF_PROJECTS.test(hostname)
