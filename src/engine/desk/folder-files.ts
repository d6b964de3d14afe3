import type { AddedPicture } from '../../protocol/desk-api'
import type { FileRecord, PlaceRecord } from './database'

type Folders = readonly FileSystemDirectoryHandle[]

/** Finds files in folders of the person's. */
export interface FolderFiles {
  /** `null` where there is none, or the folder may not be read. */
  find(place: PlaceRecord): Promise<File | null>
}

/** Creates it over the folders of a list. A folder within one is asked for once. */
export const createFolderFiles = (folders: Folders): FolderFiles => {
  const known = new Map<string, Promise<FileSystemDirectoryHandle>>()
  const folderOf = (root: number, path: readonly string[]): Promise<FileSystemDirectoryHandle> => {
    const key = [root, ...path].join('/')
    const before = known.get(key)
    if (before) return before
    const name = path.at(-1)
    const top = folders[root]
    const found =
      name !== undefined
        ? folderOf(root, path.slice(0, -1)).then((parent) => parent.getDirectoryHandle(name))
        : top
          ? Promise.resolve(top)
          : Promise.reject(new Error('the list has no such folder'))
    known.set(key, found)
    return found
  }
  return {
    find: async ({ folder, path }) => {
      const parts = path.split('/')
      try {
        const parent = await folderOf(folder, parts.slice(0, -1))
        return await (await parent.getFileHandle(parts.at(-1) ?? '')).getFile()
      } catch {
        return null
      }
    },
  }
}

/** Whether a file is as it was when it was read last. */
export const isUnchanged = ({ size, source }: FileRecord, file: File): boolean =>
  file.size === size && file.lastModified === source?.modified

/**
 * The folders of a list with those that new pictures lie in, and which of them each picture's is.
 *
 * @param before handles of the same folder may differ: the browser is asked.
 */
export const placePictures = async (
  before: Folders,
  added: readonly AddedPicture[],
): Promise<{
  readonly folders: Folders
  readonly placeOf: (picture: AddedPicture) => PlaceRecord | null
}> => {
  const folders = [...before]
  const numbers = new Map<FileSystemDirectoryHandle, number>()
  for (const { source } of added) {
    if (!source || numbers.has(source.folder)) continue
    const same = await Promise.all(folders.map((folder) => folder.isSameEntry(source.folder)))
    const at = same.indexOf(true)
    numbers.set(source.folder, at === -1 ? folders.push(source.folder) - 1 : at)
  }
  return {
    folders,
    placeOf: ({ source, file }) => {
      if (source === undefined) return null
      const folder = numbers.get(source.folder) ?? 0
      return { folder, path: source.path, modified: file.lastModified }
    },
  }
}
