import { type ComingFiles, compareNames } from '../../../core/incoming/entry-paths'
import { createSortedRuns } from '../../../core/incoming/sorted-runs'
import { filesBelow } from '../../../core/incoming/files-below'
import { sliceFiles, takeFirst } from '../slice-files'
import type { FolderBook } from './folder-source'

/** Entries of a folder that are put in order at a time. */
const AT_ONCE = 500

type Entry = FileSystemFileHandle | FileSystemDirectoryHandle

/** A folder's own entries in the order of their names; none of one that cannot be read. */
const readFolder = async (folder: FileSystemDirectoryHandle): Promise<readonly Entry[]> => {
  const entries = createSortedRuns<Entry>((a, b) => compareNames(a.name, b.name))
  let some: Entry[] = []
  try {
    for await (const entry of folder.values()) {
      some.push(entry)
      if (some.length < AT_ONCE) continue
      entries.add(some)
      some = []
    }
  } catch {
    // Gone, or forbidden: what was found by then is taken.
  }
  entries.add(some)
  return entries.all()
}

const isFolder = (entry: Entry): entry is FileSystemDirectoryHandle => entry.kind === 'directory'

/** A file of a folder; the book learns where it lies. */
export const readHandle = async (
  handle: FileSystemFileHandle,
  path: string,
  folder: FileSystemDirectoryHandle,
  book: FolderBook,
): Promise<File> => {
  const file = await handle.getFile()
  book.set(file, { folder, path })
  // As browsers tell it of folders that an input gives.
  return Object.defineProperty(file, 'webkitRelativePath', { value: `${folder.name}/${path}` })
}

/** The first of a folder's files, with the others behind them where there are any; the book learns where each lies. */
export const walkFolder = (folder: FileSystemDirectoryHandle, book: FolderBook): Promise<ComingFiles<File>> =>
  takeFirst(
    sliceFiles(filesBelow(folder, readFolder, isFolder), ({ handle, path }) =>
      readHandle(handle, path, folder, book),
    ),
  )
