import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptMark, KeptVersion } from '../../protocol/classifier-api'

interface MarksSchema extends DBSchema {
  marks: { key: string; value: KeptMark }
}

interface VersionsSchema extends DBSchema {
  /** The oldest first, as one value. */
  versions: { key: 'all'; value: readonly KeptVersion[] }
}

/** What is kept of what a person has said of pictures. */
export interface MarksDatabase {
  all(): Promise<readonly KeptMark[]>
  change(put: readonly KeptMark[], removed: readonly string[]): Promise<void>
  versions(): Promise<readonly KeptVersion[]>
  setVersions(versions: readonly KeptVersion[]): Promise<void>
  clear(): Promise<void>
}

/** Whether a mark is whole: one that is not is left out. */
const isSound = ({ id, encoded }: KeptMark): boolean =>
  id !== '' && (encoded === null || encoded.embedding.every(Number.isFinite))

/** Databases of marks and of versions, each made with its first: a page of an earlier version of the app holds the one open. */
const open = async (name: string): Promise<[IDBPDatabase<MarksSchema>, IDBPDatabase<VersionsSchema>]> => [
  await openDB<MarksSchema>(name, 1, {
    upgrade: (made) => {
      made.createObjectStore('marks', { keyPath: 'id' })
    },
  }),
  await openDB<VersionsSchema>(`${name}-versions`, 1, {
    upgrade: (made) => {
      made.createObjectStore('versions')
    },
  }),
]

/** Opens what is kept; `null` where a browser keeps nothing. */
export const openMarks = async (name: string): Promise<MarksDatabase | null> => {
  const opened = await open(name).catch(() => null)
  if (opened === null) return null
  const [db, ofVersions] = opened
  return {
    all: async () => (await db.getAll('marks')).filter(isSound),
    change: async (put, removed) => {
      const tx = db.transaction('marks', 'readwrite')
      for (const mark of put) void tx.store.put(mark)
      for (const id of removed) void tx.store.delete(id)
      await tx.done
    },
    versions: async () => {
      const all = (await ofVersions.get('versions', 'all')) ?? []
      return all.map((version) => ({ ...version, marks: version.marks.filter(isSound) }))
    },
    setVersions: async (versions) => {
      await ofVersions.put('versions', versions, 'all')
    },
    clear: async () => {
      await Promise.all([db.clear('marks'), ofVersions.clear('versions')])
    },
  }
}
