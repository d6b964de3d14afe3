import { isSystemName } from './entry-kind'

interface Named {
  readonly name: string
}

/**
 * Files below a folder, folder by folder, each with its path from there. A system's own folders are not looked into: a `.git`
 * alone has thousands of files.
 * @param list the entries of a folder in their order; none of one that cannot be read.
 */
export async function* filesBelow<Entry extends Named, Folder extends Entry>(
  folder: Folder,
  list: (folder: Folder) => Promise<readonly Entry[]>,
  isFolder: (entry: Entry) => entry is Folder,
  path = '',
): AsyncGenerator<{ readonly handle: Exclude<Entry, Folder>; readonly path: string }> {
  for (const entry of await list(folder)) {
    const here = `${path}${entry.name}`
    if (isFolder(entry)) {
      if (!isSystemName(entry.name)) yield* filesBelow(entry, list, isFolder, `${here}/`)
    }
    // What is no folder is what is left of the two.
    else yield { handle: entry as Exclude<Entry, Folder>, path: here }
  }
}
