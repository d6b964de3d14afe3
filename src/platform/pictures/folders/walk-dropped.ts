import { baseName, FIRST_FILES, type ComingFiles } from '../../../core/incoming/entry-paths'
import { sliceFiles, takeFirst } from '../slice-files'
import { filesOfEntry } from '../walk-entries'
import type { FolderBook } from './folder-source'
import { readHandle } from './walk-folder'

/** By a name in a folder, or a path below it. */
type FileOf = (path: string) => Promise<FileSystemFileHandle>

/** Handles of a folder's files by their names. */
const readFiles = async (
  folder: FileSystemDirectoryHandle,
): Promise<ReadonlyMap<string, FileSystemFileHandle>> => {
  const files = new Map<string, FileSystemFileHandle>()
  for await (const handle of folder.values()) if (handle.kind === 'file') files.set(handle.name, handle)
  return files
}

/** Longest wait for the page to have drawn what came first: in the background it draws nothing. */
const DRAWN_MS = 1000

/** The page has drawn what came first and has nothing else to do. Only browsers that give handles come here, and they know this. */
const whenDrawn = (): Promise<unknown> =>
  new Promise((resolve) => {
    const rest = () => requestIdleCallback(resolve)
    // A list measures itself in the first frame, and has its cards in the second.
    requestAnimationFrame(() => requestAnimationFrame(rest))
    setTimeout(resolve, DRAWN_MS)
  })

/** The first are asked for one by one, and then all of them together: of one the question costs more than the handle.
 * Handles of thousands keep the browser busy, so the first pictures are drawn before that. */
const fileOf = (folder: FileSystemDirectoryHandle): FileOf => {
  let asked = 0
  let all: ReturnType<typeof readFiles> | null = null
  return async (name) => {
    asked += 1
    if (asked > FIRST_FILES) all ??= whenDrawn().then(() => readFiles(folder))
    return (await all)?.get(name) ?? folder.getFileHandle(name)
  }
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

interface OpenFolder {
  readonly handle: FileSystemDirectoryHandle
  readonly fileOf: FileOf
}

/** Gives the handle of each file below a folder by its path from there. */
const createFinder = (root: FileSystemDirectoryHandle): FileOf => {
  const folders = new Map<string, Promise<OpenFolder>>()
  const enter = async (path: string): Promise<OpenFolder> => {
    const handle =
      path === '' ? root : await (await open(parentOf(path))).handle.getDirectoryHandle(baseName(path))
    return { handle, fileOf: fileOf(handle) }
  }
  const open = (path: string): Promise<OpenFolder> => {
    const opened = folders.get(path) ?? enter(path)
    folders.set(path, opened)
    return opened
  }
  return async (path) => (await open(parentOf(path))).fileOf(baseName(path))
}

/**
 * The first of a dropped folder's files, with the others behind them where there are any; the book learns where each lies.
 *
 * A folder gives its handles at an eighth of a millisecond each, all before the first name is known to be the first; the drop
 * itself tells names at an eighth of that. So the names come from there, and handles of those that are to be read.
 * @param entry the same folder, as the drop gives it.
 */
export const walkDropped = (
  entry: FileSystemDirectoryEntry,
  folder: FileSystemDirectoryHandle,
  book: FolderBook,
): Promise<ComingFiles<File>> => {
  const find = createFinder(folder)
  return takeFirst(
    sliceFiles(filesOfEntry(entry), async ({ path }) => readHandle(await find(path), path, folder, book)),
  )
}
