import { isSystemName } from '../../core/incoming/system-names'

/** What a drag holds, as far as the browser says before the drop. */
export type DragSummary =
  | { readonly kind: 'pictures'; readonly count: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'tags'; readonly name: string }
  | { readonly kind: 'unknown' }

const TAG_LIST_TYPES = new Set(['text/plain', 'text/csv'])

/**
 * Describes a drag by the types that its items announce. Names are hidden until the drop, and a folder
 * announces a file without a type, so one such item alone is taken for a folder.
 */
export const describeDrag = ({ items }: DataTransfer): DragSummary => {
  const files = [...items].filter(({ kind }) => kind === 'file')
  if (files.length === 0)
    return [...items].some(({ type }) => type === 'text/plain')
      ? { kind: 'tags', name: '' }
      : { kind: 'unknown' }
  if (files.every(({ type }) => TAG_LIST_TYPES.has(type))) return { kind: 'tags', name: '' }
  return files.length === 1 && files[0]?.type === ''
    ? { kind: 'folder' }
    : { kind: 'pictures', count: files.length }
}

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

/** The files of a drop, folders walked, in order. Call within the `drop` event: afterwards the list is empty. */
export const filesFromDrop = async ({ items, files }: DataTransfer): Promise<readonly File[]> => {
  const plain = [...files]
  const entries = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  if (!entries.some(isFolder)) return plain
  const walked: File[] = []
  for (const entry of entries) walked.push(...(await walk(entry)))
  return walked
}
