import {
  entryKind,
  SNIFFED_BYTES,
  type EntryKind,
  type IncomingEntry,
} from '../../../core/incoming/entry-kind'
import { compareNames, withinFolder } from '../../../core/incoming/entry-paths'

/** A file that comes in, with what it is. */
export interface IncomingFile extends IncomingEntry {
  /** Told from the folder that was chosen, if it is one. */
  readonly path: string
  readonly inFolder: boolean
  readonly file: File
  readonly kind: EntryKind
}

/** Files that are read at the same time: enough to keep a disk busy, few enough to stay within a browser's limits. */
const AT_ONCE = 32

/** The answers for all of `items`, in their order, so many at a time. */
const mapAtOnce = async <Item, Answer>(
  items: readonly Item[],
  answer: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  for (let start = 0; start < items.length; start += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(answer))))
  return answers
}

/** The first bytes of a file; none of one that can no longer be read. */
export const readStart = async (file: Blob): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}

/**
 * Tells what files are that came in at once. Only those whose name and type say nothing are looked into. With a folder
 * among them they come in the order of their names, since browsers tell none; single files stay as they were chosen.
 */
export const inspectFiles = async (files: readonly File[]): Promise<readonly IncomingFile[]> => {
  const told = files.map((file) => file.webkitRelativePath || file.name)
  const paths = withinFolder(told)
  const entries = files.map((file, i) => ({
    path: paths[i] ?? file.name,
    inFolder: told[i]?.includes('/') ?? false,
    type: file.type,
    file,
  }))
  const inspected = await mapAtOnce(entries, async (entry) => {
    const kind = entryKind(entry)
    return { ...entry, kind: kind === 'unknown' ? entryKind(entry, await readStart(entry.file)) : kind }
  })
  return inspected.some(({ inFolder }) => inFolder)
    ? [...inspected].sort((a, b) => compareNames(a.path, b.path))
    : inspected
}
