import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptMark } from '../../protocol/classifier-api'

interface MarksSchema extends DBSchema {
  marks: { key: string; value: KeptMark }
}

/** What is kept of what a person has said of pictures. */
export interface MarksDatabase {
  all(): Promise<readonly KeptMark[]>
  change(put: readonly KeptMark[], removed: readonly string[]): Promise<void>
  clear(): Promise<void>
}

/** Whether a mark is whole: one that is not is left out. */
const isSound = ({ id, encoded }: KeptMark): boolean =>
  id !== '' && (encoded === null || encoded.embedding.every(Number.isFinite))

/** Opens the database, made with the first mark; `null` where a browser keeps none. */
export const openMarks = async (name: string): Promise<MarksDatabase | null> => {
  let db: IDBPDatabase<MarksSchema>
  try {
    db = await openDB<MarksSchema>(name, 1, {
      upgrade: (made) => {
        made.createObjectStore('marks', { keyPath: 'id' })
      },
    })
  } catch {
    return null
  }
  return {
    all: async () => (await db.getAll('marks')).filter(isSound),
    change: async (put, removed) => {
      const tx = db.transaction('marks', 'readwrite')
      for (const mark of put) void tx.store.put(mark)
      for (const id of removed) void tx.store.delete(id)
      await tx.done
    },
    clear: () => db.clear('marks'),
  }
}
