import { entryKind, isSystemName, SNIFFED_BYTES } from '../../core/incoming/entry-kind'
import { compareNames } from '../../core/incoming/entry-paths'
import { filesBelow } from '../../core/incoming/files-below'
import type { ArrivedPictures } from '../../protocol/desk-api'
import type { SetIndex } from './desk-storage'

/** A file below one of a list's folders. */
interface FolderFile {
  readonly folder: FileSystemDirectoryHandle
  readonly path: string
  readonly handle: FileSystemFileHandle
}

/** How a list notes a file of one of its folders. */
export const placeKey = ({ folder, path }: { readonly folder: number; readonly path: string }): string =>
  `${folder}/${path}`

type Entry = FileSystemFileHandle | FileSystemDirectoryHandle

/** In the order of their names; of a folder that may not be read none. */
const list = async (folder: FileSystemDirectoryHandle): Promise<readonly Entry[]> => {
  const entries: Entry[] = []
  try {
    for await (const entry of folder.values()) if (!isSystemName(entry.name)) entries.push(entry)
  } catch {
    // Gone, or forbidden: what was found by then is looked at.
  }
  return entries.sort((a, b) => compareNames(a.name, b.name))
}

const isFolder = (entry: Entry): entry is FileSystemDirectoryHandle => entry.kind === 'directory'

/**
 * Files in the folders of a list that it does not have and has never had: those that the person took off it stay off.
 * Only paths are compared, so that ten thousand known files cost no more than their names.
 */
export const findArrived = async (
  { records, folders }: SetIndex,
  takenOff: readonly string[],
): Promise<readonly FolderFile[]> => {
  const known = new Set(takenOff)
  for (const { source } of records) if (source) known.add(placeKey(source))
  const found: FolderFile[] = []
  for (const [number, folder] of folders.entries())
    for await (const file of filesBelow(folder, list, isFolder))
      if (!known.has(placeKey({ folder: number, path: file.path }))) found.push({ folder, ...file })
  return found
}

/** Files that are opened at a time: what a message may carry without holding up the page. */
const AT_ONCE = 200

const isPicture = async (file: File, path: string): Promise<boolean> => {
  const kind = entryKind({ path, type: file.type })
  if (kind !== 'unknown') return kind === 'picture'
  const start = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  return entryKind({ path, type: file.type }, start) === 'picture'
}

/** The pictures among some of the files; what is none, or cannot be read, is left out without a word. */
export const openArrived = async (files: readonly FolderFile[], from: number): Promise<ArrivedPictures> => {
  const end = Math.min(files.length, from + AT_ONCE)
  const opened = await Promise.all(
    files.slice(from, end).map(async ({ folder, path, handle }) => {
      try {
        const file = await handle.getFile()
        if (!(await isPicture(file, path))) return []
        return [{ name: `${folder.name}/${path}`, file, source: { folder, path } }]
      } catch {
        return []
      }
    }),
  )
  return { pictures: opened.flat(), next: end < files.length ? end : null }
}
