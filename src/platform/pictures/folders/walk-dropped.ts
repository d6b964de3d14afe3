import { FIRST_FILES, type ComingFiles } from '../../../core/incoming/entry-paths'
import { findShown } from '../../../core/incoming/finding'
import { filesOfEntry } from '../walk-entries'
import { otherFiles, place, type FolderReading } from './walk-folder'

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

/** The file at a path below a folder; `null` of what cannot be read. */
const readFile = async (root: FileSystemDirectoryHandle, path: string): Promise<File | null> => {
  const [name = '', ...parents] = path.split('/').reverse()
  try {
    let folder = root
    for (const parent of parents.reverse()) folder = await folder.getDirectoryHandle(parent)
    return await (await folder.getFileHandle(name)).getFile()
  } catch {
    return null
  }
}

/** The others, as the folder's handle gives them. Handles of thousands keep the browser busy, so the first are drawn before. */
async function* onceDrawn(others: AsyncIterable<readonly File[]>): AsyncGenerator<readonly File[]> {
  await whenDrawn()
  yield* others
}

/**
 * The first of a dropped folder's files, with the others behind them where there are any; the book learns where each lies.
 *
 * A folder gives its handles at an eighth of a millisecond each, all before the first name is known to be the first; the drop
 * itself tells names at an eighth of that. So the first come by names from there.
 * @param entry the same folder, as the drop gives it.
 * @returns `null` where the person has stopped the search.
 */
export const walkDropped = async (
  entry: FileSystemDirectoryEntry,
  folder: FileSystemDirectoryHandle,
  reading: FolderReading,
): Promise<ComingFiles<File> | null> => {
  const paths = await findShown(reading.startFinding, async (finding) => {
    const first: string[] = []
    for await (const { path } of filesOfEntry(entry, finding)) if (first.push(path) === FIRST_FILES) break
    return first
  })
  if (paths === null) return null
  const read = await Promise.all(paths.map((path) => readFile(folder, path)))
  const files = read.flatMap((file, i) => (file ? [place(file, paths[i] ?? '', folder, reading.book)] : []))
  return paths.length < FIRST_FILES
    ? files
    : Object.assign(files, { later: onceDrawn(otherFiles(folder, reading, new Set(paths))) })
}
