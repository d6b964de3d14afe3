/** Files that came at once. Of a large folder they are the first, and the others follow as they are found. */
export interface ComingFiles<AFile> extends ReadonlyArray<AFile> {
  /** Some at a time, in order. Who ends going through them ends the search. */
  readonly later?: AsyncIterable<readonly AFile[]>
}

/** Files of a large folder that come first, so that there is something to see, and those that follow at a time. */
export const FIRST_FILES = 96
export const MORE_FILES = 500

const byNumbers = new Intl.Collator(undefined, { numeric: true })

/** Orders names as people do: `img_2` before `img_10`. One collator, since each costs more than thousands of names. */
export const compareNames = byNumbers.compare

/** The folder that all of them lie in; empty where there is none, or they lie in several. */
export const commonFolder = (paths: readonly string[]): string => {
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  return paths.every((path) => path.startsWith(folder)) ? folder.slice(0, -1) : ''
}

/** Paths as they are told from the folder that was chosen or dropped: without its own name. */
export const withinFolder = (paths: readonly string[]): readonly string[] => {
  const folder = commonFolder(paths)
  return folder === '' ? paths : paths.map((path) => path.slice(folder.length + 1))
}

/**
 * What pictures of one folder or archive are called: their paths in it; with its own name before them where any of
 * those is taken, since names are all that tells them from others in a file of results.
 */
export const picturePaths = (
  folder: string,
  paths: readonly string[],
  taken: ReadonlySet<string>,
): readonly string[] =>
  folder !== '' && paths.some((path) => taken.has(path)) ? paths.map((path) => `${folder}/${path}`) : paths

/** The file's own name, without the folders before it. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

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
