import { type ComingFiles, compareNames } from '../../core/incoming/entry-paths'
import { findShown, type Finding, type StartFinding } from '../../core/incoming/finding'
import { filesBelow } from '../../core/incoming/files-below'
import { createSortedRuns } from '../../core/incoming/sorted-runs'
import { sliceFiles, takeFirst } from './slice-files'

const readBatch = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject)
  })

/** A file of a folder with its place in it, which browsers tell of chosen folders but not of dropped ones. */
const withPath = (file: File, fullPath: string): File =>
  Object.defineProperty(file, 'webkitRelativePath', { value: fullPath.replace(/^\//, '') })

const readFile = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file((file) => {
      resolve(withPath(file, entry.fullPath))
    }, reject)
  })

/** A folder's own entries in the order of their names. A reader hands them out in batches until an empty one. */
const readFolder = async (
  folder: FileSystemDirectoryEntry,
  onFound: (count: number) => boolean,
): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader()
  const entries = createSortedRuns<FileSystemEntry>((a, b) => compareNames(a.name, b.name))
  for (;;) {
    const batch = await readBatch(reader)
    entries.add(batch)
    if (batch.length === 0 || !onFound(batch.length)) break
  }
  return entries.all()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

type Entry = FileSystemFileEntry | FileSystemDirectoryEntry

const isEither = (entry: FileSystemEntry): entry is Entry => isFile(entry) || isFolder(entry)

/** Lists folders, and tells how much all of them hold. What cannot be read (no permission, gone) is left out. */
const createList = ({ found, isStopped }: Finding) => {
  let count = 0
  const tell = (more: number) => {
    found((count += more))
    return !isStopped()
  }
  return async (folder: FileSystemDirectoryEntry): Promise<readonly Entry[]> => {
    const children: readonly FileSystemEntry[] = await readFolder(folder, tell).catch(() => [])
    return children.filter(isEither)
  }
}

/** Files below a dropped folder, each with its path from there. */
export const filesOfEntry = (folder: FileSystemDirectoryEntry, finding: Finding) =>
  filesBelow<Entry, FileSystemDirectoryEntry>(folder, createList(finding), isFolder)

const slicesOf = (folder: FileSystemDirectoryEntry, finding: Finding) =>
  sliceFiles(filesOfEntry(folder, finding), ({ handle }) => readFile(handle))

/** Files of an entry, folders walked. What cannot be read is left out. */
const walk = async (entry: FileSystemEntry, finding: Finding): Promise<readonly File[]> => {
  if (isFile(entry))
    return readFile(entry).then(
      (file) => [file],
      () => [],
    )
  const files: File[] = []
  if (isFolder(entry)) for await (const slice of slicesOf(entry, finding)) files.push(...slice)
  return files
}

/**
 * The files of what was dropped, folders walked, in order; of one large folder by itself the first, before the others.
 * @returns `null` where the person has stopped the search.
 */
export const walkEntries = (
  entries: readonly FileSystemEntry[],
  startFinding: StartFinding,
): Promise<ComingFiles<File> | null> =>
  findShown<ComingFiles<File>>(startFinding, async (finding) => {
    const [first] = entries
    if (entries.length === 1 && first && isFolder(first)) return takeFirst(slicesOf(first, finding))
    const walked: File[] = []
    for (const entry of entries) {
      const before = walked.length
      const found = (count: number) => {
        finding.found(before + count)
      }
      walked.push(...(await walk(entry, { ...finding, found })))
    }
    return walked
  })
