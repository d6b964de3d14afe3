import type { ComingFiles } from '../../../core/incoming/entry-paths'
import { compareNames } from '../../../core/incoming/entry-paths'
import { createSortedRuns } from '../../../core/incoming/sorted-runs'
import { isSystemName } from '../../../core/incoming/entry-kind'
import type { FolderBook } from './folder-source'

interface FoundFile {
  readonly handle: FileSystemFileHandle
  /** From the folder that is walked. */
  readonly path: string
}

/** Files that are asked for at the same time: each takes a millisecond. */
const AT_ONCE = 32

/** Files of a large folder that come first, so that there is something to see, and those that follow at a time. */
const FIRST = 96
const MORE = 500

type Entry = FileSystemFileHandle | FileSystemDirectoryHandle

/** A folder's own entries in the order of their names; none of one that cannot be read. */
const readFolder = async (folder: FileSystemDirectoryHandle): Promise<readonly Entry[]> => {
  const entries = createSortedRuns<Entry>((a, b) => compareNames(a.name, b.name))
  let some: Entry[] = []
  try {
    for await (const entry of folder.values()) {
      some.push(entry)
      if (some.length < MORE) continue
      entries.add(some)
      some = []
    }
  } catch {
    // Gone, or forbidden: what was found by then is taken.
  }
  entries.add(some)
  return entries.all()
}

/** Files below a folder, folder by folder. */
async function* filesBelow(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<FoundFile> {
  for (const entry of await readFolder(folder)) {
    if (entry.kind === 'file') yield { handle: entry, path: `${path}${entry.name}` }
    // Not looked into: a `.git` alone has thousands of files.
    else if (!isSystemName(entry.name)) yield* filesBelow(entry, `${path}${entry.name}/`)
  }
}

/** The files themselves, some at a time, each with its place as browsers tell it of folders that an input gives. */
async function* readSlices(
  folder: FileSystemDirectoryHandle,
  book: FolderBook,
): AsyncGenerator<readonly File[]> {
  const read = async ({ handle, path }: FoundFile): Promise<File | null> => {
    try {
      const file = await handle.getFile()
      book.set(file, { folder, path })
      return Object.defineProperty(file, 'webkitRelativePath', { value: `${folder.name}/${path}` })
    } catch {
      return null
    }
  }
  let reading: Promise<File | null>[] = []
  let slice: File[] = []
  let size = FIRST
  const settle = async () => {
    slice.push(...(await Promise.all(reading)).filter((file) => file !== null))
    reading = []
  }
  for await (const found of filesBelow(folder, '')) {
    reading.push(read(found))
    if (reading.length < AT_ONCE) continue
    await settle()
    if (slice.length < size) continue
    yield slice
    slice = []
    size = MORE
  }
  await settle()
  yield slice
}

/** The first of a folder's files, with the others behind them where there are any; the book learns where each lies. */
export const walkFolder = async (
  folder: FileSystemDirectoryHandle,
  book: FolderBook,
): Promise<ComingFiles<File>> => {
  const slices = readSlices(folder, book)
  const first = await slices.next()
  const files = first.done === true ? [] : [...first.value]
  return files.length < FIRST ? files : Object.assign(files, { later: slices })
}
