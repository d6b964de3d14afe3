/** What one model made of a list of words in one template. */
export interface KeptWordVectors {
  /** The list, to see whether it is still the same. */
  readonly words: string
  /** One after another. */
  readonly values: Float32Array<ArrayBuffer>
}

/**
 * What models made of the words that tags are suggested from, each so large as to be kept (five megabytes). Calls reject
 * where the browser keeps nothing.
 */
export interface WordVectorStore {
  /** @param modelKey begins with the key of the model's source. */
  read(modelKey: string, template: string): Promise<KeptWordVectors | null>
  /** Keeps it, in place of what was kept longest ago where there are too many. */
  write(modelKey: string, template: string, vectors: KeptWordVectors): Promise<void>
  /** Forgets what models of a source have made: its files have gone. */
  forget(sourceKey: string): Promise<void>
}

interface Entry extends KeptWordVectors {
  readonly at: number
}

/** Models by templates; twenty megabytes. */
const MOST = 4

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The database gave no reason'))
    }
  })

/** With which other projects of the origin do not meet it. */
const NAME = 'taglens-words'

/** Opens it; the database is made with the first call. */
export const openWordVectors = (): WordVectorStore => {
  let opened: Promise<IDBDatabase> | null = null
  const open = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    opened ??= (() => {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore('vectors')
      }
      return answerOf(request)
    })()
    // Made again by encoding, so nothing is waited for.
    return (await opened).transaction('vectors', mode, { durability: 'relaxed' }).objectStore('vectors')
  }
  return {
    read: async (modelKey, template) => {
      // Nothing else writes here.
      const found = (await answerOf((await open('readonly')).get([modelKey, template]))) as Entry | undefined
      return found ?? null
    },
    write: async (modelKey, template, vectors) => {
      const store = await open('readwrite')
      // As above.
      const entries = (await answerOf(store.getAll())) as Entry[]
      const keys = await answerOf(store.getAllKeys())
      const oldest = [...entries.keys()].sort((a, b) => (entries[a]?.at ?? 0) - (entries[b]?.at ?? 0))
      for (const i of oldest.slice(0, Math.max(0, entries.length + 1 - MOST))) {
        const key = keys[i]
        if (key !== undefined) store.delete(key)
      }
      await answerOf(store.put({ ...vectors, at: Date.now() } satisfies Entry, [modelKey, template]))
    },
    forget: async (sourceKey) => {
      const store = await open('readwrite')
      for (const key of await answerOf(store.getAllKeys()))
        if (Array.isArray(key) && typeof key[0] === 'string' && key[0].startsWith(`${sourceKey}|`))
          store.delete(key)
    },
  }
}
