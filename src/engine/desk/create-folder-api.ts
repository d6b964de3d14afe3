import { done } from '../../core/errors/outcome'
import { compareNames } from '../../core/incoming/entry-paths'
import { filesBelow } from '../../core/incoming/files-below'
import type { FolderApi } from '../../protocol/folder-api'

/** Entries after which the page hears that more have been found. */
const TOLD_EVERY = 500

type Entry = FileSystemFileHandle | FileSystemDirectoryHandle

const isFolder = (entry: Entry): entry is FileSystemDirectoryHandle => entry.kind === 'directory'

/** What is left of a folder to look at. */
interface Walk {
  readonly found: AsyncGenerator<{ readonly handle: FileSystemFileHandle; readonly path: string }>
  at: number
  /** Entries of which the names have been read. */
  listed: number
  isOver: boolean
  tell: (found: number) => void
}

/** A folder's own entries in the order of their names; none of one that cannot be read. */
const list = async (folder: FileSystemDirectoryHandle, walk: Walk): Promise<readonly Entry[]> => {
  const entries: Entry[] = []
  try {
    for await (const entry of folder.values()) {
      if (walk.isOver) break
      entries.push(entry)
      walk.listed += 1
      if (walk.listed % TOLD_EVERY === 0) walk.tell(walk.listed)
    }
  } catch {
    // Gone, or forbidden: what was found by then is taken.
  }
  return entries.sort((a, b) => compareNames(a.name, b.name))
}

const begin = (folder: FileSystemDirectoryHandle): Walk => {
  const walk: Walk = {
    found: filesBelow(folder, (each) => list(each, walk), isFolder),
    at: 0,
    listed: 0,
    isOver: false,
    tell: () => undefined,
  }
  return walk
}

/** The next ones, as many as there are. */
const take = async (walk: Walk, count: number) => {
  const taken = []
  while (taken.length < count) {
    const next = await walk.found.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  walk.at += taken.length
  return taken
}

/** Walks folders as pages ask for them. */
export const createFolderApi = (): FolderApi => {
  const walks = new Map<string, Walk>()

  return {
    walk: async (walkId, folder, from, count, onFound) => {
      const known = walks.get(walkId)
      const walk = known?.at === from ? known : begin(folder)
      walks.set(walkId, walk)
      walk.tell = onFound
      // One that a worker had begun that has died is at its beginning.
      await take(walk, from - walk.at)
      const taken = await take(walk, count)
      const read = await Promise.all(
        taken.map(({ handle, path }) =>
          handle.getFile().then(
            (file) => [{ path, file }],
            () => [],
          ),
        ),
      )
      if (taken.length < count) walks.delete(walkId)
      return done({ files: read.flat(), next: taken.length < count ? null : walk.at })
    },
    endWalk: (walkId) => {
      const walk = walks.get(walkId)
      if (walk) walk.isOver = true
      walks.delete(walkId)
      return Promise.resolve(done(null))
    },
  }
}
