import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Differing } from '../../core/desk/duplicates/differing'

interface DifferingSchema extends DBSchema {
  differing: { key: string; value: Differing }
}

/** What a person has said differs, as it outlives the visit. */
export interface DifferingRecords {
  all(): Promise<readonly Differing[]>
  change(put: readonly Differing[], removed: readonly string[]): Promise<void>
  /** Deletes what names a picture that is not here any longer. */
  forget(isHere: (sha256: string) => boolean): Promise<void>
}

const open = (name: string): Promise<IDBPDatabase<DifferingSchema>> =>
  openDB<DifferingSchema>(name, 1, {
    upgrade: (made) => {
      made.createObjectStore('differing', { keyPath: 'id' })
    },
  })

/**
 * Records in a database of their own, opened for each call: a page of an earlier version of the app holds the one of
 * pictures open as it knows it.
 */
export const createDifferingRecords = (name: string): DifferingRecords => {
  const using = async <T>(work: (db: IDBPDatabase<DifferingSchema>) => Promise<T>): Promise<T> => {
    const db = await open(name)
    try {
      return await work(db)
    } finally {
      db.close()
    }
  }
  return {
    all: () => using((db) => db.getAll('differing')),
    change: (put, removed) =>
      using(async (db) => {
        const tx = db.transaction('differing', 'readwrite')
        for (const record of put) void tx.store.put(record)
        for (const id of removed) void tx.store.delete(id)
        await tx.done
      }),
    forget: (isHere) =>
      using(async (db) => {
        const tx = db.transaction('differing', 'readwrite')
        for (const { id, sha256s } of await tx.store.getAll())
          if (!sha256s.every(isHere)) void tx.store.delete(id)
        await tx.done
      }),
  }
}
