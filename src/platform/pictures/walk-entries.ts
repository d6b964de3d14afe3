import { isSystemName } from '../../core/incoming/system-names'

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

/** A folder's own entries. A reader hands them out in batches until an empty one. */
const readFolder = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const batch = await readBatch(reader)
    if (batch.length === 0) break
    entries.push(...batch)
  }
  return entries
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** Entries that are read at the same time: browsers refuse thousands. */
const AT_ONCE = 32

/** Files of an entry, folders walked. What cannot be read (no permission, gone) is left out. */
const walk = async (entry: FileSystemEntry): Promise<readonly File[]> => {
  try {
    if (isFile(entry)) return [await readFile(entry)]
    if (!isFolder(entry)) return []
    // Not looked into: a `.git` alone has thousands of files.
    const children = (await readFolder(entry)).filter(
      ({ name, isDirectory }) => !(isDirectory && isSystemName(name)),
    )
    const files: File[] = []
    for (let start = 0; start < children.length; start += AT_ONCE)
      files.push(...(await Promise.all(children.slice(start, start + AT_ONCE).map(walk))).flat())
    return files
  } catch {
    return []
  }
}

/** The files of what was dropped, folders walked, in order. */
export const walkEntries = async (entries: readonly FileSystemEntry[]): Promise<readonly File[]> => {
  const walked: File[] = []
  for (const entry of entries) walked.push(...(await walk(entry)))
  return walked
}
