import { createLate } from '../../core/async/late'
import type { ComingFiles } from '../../core/incoming/entry-paths'
import type { FolderReading } from './folders/walk-folder'

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
  if (files.length === 0 && [...items].some(({ type }) => type === 'text/uri-list'))
    return { kind: 'pictures', count: 1 }
  if (files.length === 0)
    return [...items].some(({ type }) => type === 'text/plain')
      ? { kind: 'tags', name: '' }
      : { kind: 'unknown' }
  if (files.every(({ type }) => TAG_LIST_TYPES.has(type))) return { kind: 'tags', name: '' }
  return files.length === 1 && files[0]?.type === ''
    ? { kind: 'folder' }
    : { kind: 'pictures', count: files.length }
}

const walking = createLate(() => import('./walk-entries'))
const handles = createLate(() => import('./folders/walk-dropped'))

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** With what Chromium adds; TypeScript's library does not know it. */
interface DroppedItem extends DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

/**
 * Takes hold of the files of a drop. Call within the `drop` event: afterwards the list is empty.
 * @param reading of folders that can be read again at a later visit.
 * @returns reads them, folders walked, in order; `null` where the person has stopped that. It rejects where the code for folders cannot be loaded; call it again.
 */
export const filesFromDrop = (
  { items, files }: DataTransfer,
  reading: FolderReading,
): (() => Promise<ComingFiles<File> | null>) => {
  const plain = [...files]
  const [first]: readonly DroppedItem[] = [...items]
  const handle = items.length === 1 ? first?.getAsFileSystemHandle?.() : null
  const entries = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  return async () => {
    if (!entries.some(({ isDirectory }) => isDirectory)) return plain
    const folder = await handle
    const [entry] = entries
    // What has a handle can be read again at a later visit.
    return folder instanceof FileSystemDirectoryHandle && entry && isFolder(entry)
      ? (await handles.load()).walkDropped(entry, folder, reading)
      : (await walking.load()).walkEntries(entries, reading.startFinding)
  }
}
