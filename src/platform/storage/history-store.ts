import * as v from 'valibot'
import { KeptViewSchema, type KeptView } from './kept-view'

/** A history as it is kept: its steps in the order in which they were done, those that are undone behind the others. */
export interface KeptLine<Step> {
  readonly steps: readonly Step[]
  /** How many of them are done. */
  readonly done: number
}

/** What has changed of a history since it was written last. */
export interface LineChange<Step> {
  readonly put: readonly (readonly [place: number, step: Step])[]
  readonly length: number
  readonly done: number
}

/** Histories that outlive a visit, one for each list of pictures, and how it was looked at. Calls reject where the browser keeps nothing. */
export interface HistoryStore<Step> {
  read(setId: string): Promise<KeptLine<Step> | null>
  write(setId: string, change: LineChange<Step>): Promise<void>
  /** `null` where none is kept, or none that this version can use. */
  readView(setId: string): Promise<KeptView | null>
  writeView(setId: string, view: KeptView): Promise<void>
  /** Both of these lists. */
  forget(setIds: readonly string[] | 'all'): Promise<void>
}

const toError = (error: DOMException | null) => error ?? new Error('The database gave no reason')

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(toError(request.error))
    }
  })

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(toError(transaction.error))
    }
  })

const open = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('steps')
    request.result.createObjectStore('lines')
  }
  return answerOf(request)
}

const stepsOf = (setId: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([setId, from], [setId, Number.MAX_SAFE_INTEGER])

/** Beside the line of its list, whose key is a text. */
const viewOf = (setId: string): IDBValidKey => [setId, 'view']

/**
 * Creates it; the database is made with the first call.
 * @param name with which other projects of the origin do not meet it.
 */
export const createHistoryStore = <Step>(name: string): HistoryStore<Step> => {
  let opened: Promise<IDBDatabase> | null = null
  const begin = async (mode: IDBTransactionMode) => {
    opened ??= open(name)
    // What a person did is not to be lost with a crash: nothing makes it again.
    const transaction = (await opened).transaction(['steps', 'lines'], mode, { durability: 'strict' })
    return { transaction, steps: transaction.objectStore('steps'), lines: transaction.objectStore('lines') }
  }
  return {
    read: async (setId) => {
      const { steps, lines } = await begin('readonly')
      const [line, found] = await Promise.all([
        // Nothing else writes here.
        answerOf(lines.get(setId) as IDBRequest<Pick<LineChange<Step>, 'length' | 'done'> | undefined>),
        answerOf(steps.getAll(stepsOf(setId)) as IDBRequest<Step[]>),
      ])
      // A hole, which a failed write leaves, would have later steps taken back before earlier ones.
      return found.length === line?.length ? { steps: found, done: line.done } : null
    },
    write: async (setId, { put, length, done }) => {
      const { transaction, steps, lines } = await begin('readwrite')
      for (const [place, step] of put) steps.put(step, [setId, place])
      steps.delete(stepsOf(setId, length))
      lines.put({ length, done }, setId)
      await endOf(transaction)
    },
    readView: async (setId) => {
      const { lines } = await begin('readonly')
      const read = v.safeParse(KeptViewSchema, await answerOf<unknown>(lines.get(viewOf(setId))))
      return read.success ? read.output : null
    },
    writeView: async (setId, view) => {
      const { transaction, lines } = await begin('readwrite')
      lines.put(view, viewOf(setId))
      await endOf(transaction)
    },
    forget: async (setIds) => {
      const { transaction, steps, lines } = await begin('readwrite')
      if (setIds === 'all') {
        steps.clear()
        lines.clear()
      } else
        for (const id of setIds) {
          steps.delete(stepsOf(id))
          lines.delete(id)
          lines.delete(viewOf(id))
        }
      await endOf(transaction)
    },
  }
}
