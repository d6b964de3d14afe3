import type { Outcome } from '../../../core/errors/outcome'
import { FIRST_FILES, MORE_FILES, type ComingFiles } from '../../../core/incoming/entry-paths'
import type { Finding, StartFinding } from '../../../core/incoming/finding'
import { createIds } from '../../device/secure-parts'
import type { FolderBook } from './folder-source'

/** Who reads folders beside the page's own thread: the desk worker, in parts. */
export interface FolderWalker {
  walk(
    walkId: string,
    folder: FileSystemDirectoryHandle,
    from: number,
    count: number,
    onFound: (found: number) => void,
  ): Promise<
    Outcome<{
      readonly files: readonly { readonly path: string; readonly file: File }[]
      readonly next: number | null
    }>
  >
  endWalk(walkId: string): Promise<unknown>
}

/** Where files come from that are read by their handles. */
export interface FolderReading {
  /** Learns where the files of a folder lie. */
  readonly book: FolderBook
  /** It rejects where its code cannot be loaded; call it again. */
  readonly openWalker: () => Promise<FolderWalker>
  /** Shows that a folder is being listed, which may take seconds before its first file is known. */
  readonly startFinding: StartFinding
}

/** Tells a file's place in its folder as browsers tell it of folders that an input gives; the book learns where it lies. */
export const place = (
  file: File,
  path: string,
  folder: FileSystemDirectoryHandle,
  book: FolderBook,
): File => {
  book.set(file, { folder, path })
  return Object.defineProperty(file, 'webkitRelativePath', { value: `${folder.name}/${path}` })
}

/** A walk through a folder that the walker does. It rejects where the walker cannot go on. */
const createWalk = (
  folder: FileSystemDirectoryHandle,
  { book, openWalker }: FolderReading,
  onFound: Finding['found'] = () => undefined,
) => {
  const walkId = createIds()()
  return {
    part: async (from: number, count: number) => {
      const part = await (await openWalker()).walk(walkId, folder, from, count, onFound)
      if (part.kind === 'cancelled') return { files: [], next: null }
      if (part.kind === 'failed') throw new Error(`the folder cannot be read: ${part.error.code}`)
      return part.value
    },
    place: (file: File, path: string) => place(file, path, folder, book),
    end: async () => (await openWalker()).endWalk(walkId),
  }
}

/** Parts of a walk from one on, without what is there already. */
async function* partsFrom(
  { part, place: put, end }: ReturnType<typeof createWalk>,
  start: number,
  had: ReadonlySet<string>,
): AsyncGenerator<readonly File[]> {
  try {
    for (let from: number | null = start; from !== null;) {
      const { files, next }: Awaited<ReturnType<typeof part>> = await part(from, MORE_FILES)
      yield files.flatMap(({ file, path }) => (had.has(path) ? [] : [put(file, path)]))
      from = next
    }
  } finally {
    void end()
  }
}

/**
 * A folder's files in the order of their names, some at a time; the book learns where each lies. It rejects where the walker
 * cannot go on.
 * @param had paths of files that are there already, which are left out.
 */
export const otherFiles = (
  folder: FileSystemDirectoryHandle,
  reading: FolderReading,
  had: ReadonlySet<string>,
): AsyncIterable<readonly File[]> => partsFrom(createWalk(folder, reading), 0, had)

/** The first of a folder's files, with the others behind them where there are any; the book learns where each lies. */
export const walkFolder = async (
  folder: FileSystemDirectoryHandle,
  reading: FolderReading,
  finding: Finding,
): Promise<ComingFiles<File>> => {
  const walk = createWalk(folder, reading, finding.found)
  void finding.stopped.then(walk.end)
  const { files, next } = await walk.part(0, FIRST_FILES)
  const first = files.map(({ file, path }) => walk.place(file, path))
  return next === null ? first : Object.assign(first, { later: partsFrom(walk, next, new Set()) })
}
