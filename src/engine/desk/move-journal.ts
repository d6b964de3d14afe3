import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { MoveRecord } from '../../core/exports/moves/move-records'
import type { FolderJob } from '../../protocol/move-api'

interface JournalSchema extends DBSchema {
  jobs: { key: string; value: FolderJob }
  records: { key: [string, number]; value: MoveRecord }
}

/** What is written down about jobs. */
export interface MoveJournal {
  jobs(): Promise<readonly FolderJob[]>
  putJob(job: FolderJob): Promise<void>
  records(jobId: string): Promise<readonly MoveRecord[]>
  /** Resolves when it is on the disk. */
  write(records: readonly MoveRecord[]): Promise<void>
  forget(jobIds: readonly string[]): Promise<void>
}

/** What is done on the disk next depends on it: a crash may not take it back. */
const STRICT = { durability: 'strict' } as const

const recordsOf = (jobId: string) => IDBKeyRange.bound([jobId, 0], [jobId, Infinity])

const open = (name: string): Promise<IDBPDatabase<JournalSchema>> =>
  openDB<JournalSchema>(name, 1, {
    upgrade: (made) => {
      made.createObjectStore('jobs', { keyPath: 'id' })
      made.createObjectStore('records', { keyPath: ['job', 'n'] })
    },
  })

/**
 * Works with the journal, which is a database of its own, open as long as that takes: a page of an earlier version of the app
 * holds the one of pictures open as it knows it.
 */
export const withJournal = async <T>(
  name: string,
  work: (journal: MoveJournal) => Promise<T>,
): Promise<T> => {
  const db = await open(name)
  const journal: MoveJournal = {
    jobs: () => db.getAll('jobs'),
    putJob: async (job) => {
      const tx = db.transaction('jobs', 'readwrite', STRICT)
      void tx.store.put(job)
      await tx.done
    },
    records: (jobId) => db.getAll('records', recordsOf(jobId)),
    write: async (records) => {
      const tx = db.transaction('records', 'readwrite', STRICT)
      for (const record of records) void tx.store.put(record)
      await tx.done
    },
    forget: async (jobIds) => {
      const tx = db.transaction(['jobs', 'records'], 'readwrite')
      for (const id of jobIds) {
        void tx.objectStore('jobs').delete(id)
        void tx.objectStore('records').delete(recordsOf(id))
      }
      await tx.done
    },
  }
  try {
    return await work(journal)
  } finally {
    db.close()
  }
}
