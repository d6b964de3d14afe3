/** A path in an archive that would lead out of the folder that it is unpacked to: upwards, or from a root. */
const LEADS_OUT = /^([a-z]:|\/)|(^|\/)\.\.(\/|$)/i

/**
 * The path of a file in an archive, as others are written: programs of Windows part folders by backslashes, and some
 * programs begin every path with `./`.
 */
export const archivePath = (name: string): { readonly path: string; readonly leadsOut: boolean } => {
  const path = name.replaceAll('\\', '/')
  const parts = path.split('/').filter((part) => part !== '.' && part !== '')
  return { path: parts.join('/'), leadsOut: LEADS_OUT.test(path) }
}
