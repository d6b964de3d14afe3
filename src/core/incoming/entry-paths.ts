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
