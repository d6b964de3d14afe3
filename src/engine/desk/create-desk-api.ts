import type { Bytes } from '../../core/brands'
import type { KeptSet } from '../../core/desk/kept-set'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { commonFolder } from '../../core/incoming/entry-paths'
import type {
  DeskApi,
  EncodedRow,
  KeptPicture,
  OpenedSet,
  Recalled,
  SetChange,
} from '../../protocol/desk-api'
import type { PictureFacts } from '../../protocol/pixel-api'
import { createCopyQueue, sumOfBytes, type CopyQueue } from './copy-queue'
import { filesOf, openDatabase, RELAXED, type DeskDatabase, type PictureRecord } from './database'
import { loadEncodings, type Encodings } from './encodings'
import { forgetSets } from './forget'
import { openPictureBytes, type PictureBytes } from './picture-bytes'
import { createSetLocks } from './set-locks'

/** What pictures are kept in. */
interface Storage {
  readonly db: DeskDatabase
  readonly bytes: PictureBytes
  readonly copies: CopyQueue
}

/** Files that are asked for at a time. */
const AT_ONCE = 64

const toFacts = ({ thumbnail, ...known }: PictureRecord): PictureFacts => ({
  ...known,
  thumbnail: new Blob([thumbnail], { type: 'image/jpeg' }),
})

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const openStorage = async (root: string): Promise<Storage | null> => {
  const db = await openDatabase(`${root}-desk`)
  const bytes = db && (await openPictureBytes(root))
  return db && bytes && { db, bytes, copies: createCopyQueue(db, bytes) }
}

/** Every list with a picture at least, the newest first. */
const listSets = async ({ db }: Storage, held: ReadonlySet<string>): Promise<readonly KeptSet[]> => {
  const filesBySet = groupBy(await db.getAll('files'), ({ set }) => set)
  return (await db.getAll('sets'))
    .flatMap(({ id, changedAt }): readonly KeptSet[] => {
      const files = filesBySet.get(id)
      if (!files) return []
      const names = files.map(({ name }) => name)
      return [
        {
          id,
          folder: commonFolder(names),
          pictures: files.length,
          bytes: sumOfBytes(files) as Bytes,
          missing: files.filter(({ bytes }) => bytes !== 'here').length,
          changedAt,
          isOpen: held.has(id),
        },
      ]
    })
    .sort((a, b) => b.changedAt - a.changedAt)
}

/** Deletes bytes of pictures that are not on the list any longer; resolves to the ids of those that are. */
const collectBytes = async ({ db, bytes }: Storage, set: string): Promise<readonly string[]> => {
  const ids = (await db.getAllKeys('files', filesOf(set))).map(([, id]) => id)
  const has = new Set(ids)
  await bytes.collect(set, (id) => has.has(id))
  return ids
}

const readSet = async ({ db, bytes }: Storage, set: string): Promise<OpenedSet> => {
  const tx = db.transaction(['sets', 'files', 'pictures'])
  const { order = [] } = (await tx.objectStore('sets').get(set)) ?? {}
  const files = await tx.objectStore('files').getAll(filesOf(set))
  const byId = new Map(files.map((record) => [record.id, record]))
  const records = order.flatMap((id) => byId.get(id) ?? [])
  const known = await Promise.all(
    records.map(({ sha256 }) =>
      sha256 === null ? Promise.resolve(undefined) : tx.objectStore('pictures').get(sha256),
    ),
  )
  await tx.done
  const pictures: KeptPicture[] = []
  const missing: string[] = []
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = records.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map(({ id, size }) => bytes.find(set, id, size)))
    some.forEach(({ id, name, type, size }, i) => {
      const [file, picture] = [found[i], known[at + i]]
      if (file) {
        // A slice of all of it, since the file's own type is of the name that it has here.
        pictures.push({ id, name, file: file.slice(0, size, type), facts: picture ? toFacts(picture) : null })
      } else missing.push(name)
    })
  }
  return { pictures, missing }
}

/** @param root begins the names of the database, of the folder of bytes, and of the locks. */
export const createDeskApi = ({ root }: { readonly root: string }): DeskApi => {
  const locks = createSetLocks(root)
  let opening: Promise<Storage | null> | null = null
  let held: string | null = null
  let encodings: Encodings | null = null
  /** Pictures by list that the page may still read from here: their bytes stay as long as this worker lives. */
  const handedOut = new Map<string, ReadonlySet<string>>()

  const guarded = async <T>(without: T, work: (storage: Storage) => Promise<T>): Promise<Outcome<T>> => {
    try {
      opening ??= openStorage(root)
      const storage = await opening
      return done(storage ? await work(storage) : without)
    } catch (error) {
      // What was added in memory may not be in the database.
      encodings = null
      return failed(
        error instanceof DOMException && error.name === 'QuotaExceededError'
          ? { code: 'STORAGE_FULL' }
          : { code: 'UNEXPECTED', detail: `keeping pictures: ${String(error)}` },
      )
    }
  }

  const encodingsOf = async (db: DeskDatabase, modelKey: string): Promise<Encodings> => {
    // One model answers at a time; what another has made is read again when it is asked for.
    if (encodings?.modelKey !== modelKey) encodings = await loadEncodings(db, modelKey)
    return encodings
  }

  /** One record for each model whose encodings are among them. */
  const segmentsOf = async (db: DeskDatabase, rows: readonly EncodedRow[]) => {
    const segments = []
    for (const [modelKey, some] of groupBy(rows, ({ encoded }) => encoded.modelKey)) {
      const known = await encodingsOf(db, modelKey)
      segments.push(known.add(some.map(({ facts: { sha256 }, encoded }) => ({ sha256, encoded }))))
    }
    return segments.filter((segment) => segment !== null)
  }

  const writeChange = async (db: DeskDatabase, set: string, change: SetChange): Promise<void> => {
    // Before the transaction, which ends where anything else is waited for.
    const segments = await segmentsOf(db, change.encoded)
    const pictures: PictureRecord[] = []
    for (const { facts } of change.encoded)
      if ((await db.getKey('pictures', facts.sha256)) === undefined)
        pictures.push({ ...facts, thumbnail: await facts.thumbnail.arrayBuffer() })
    const tx = db.transaction(['sets', 'files', 'pictures', 'vectors'], 'readwrite', RELAXED)
    const [sets, files] = [tx.objectStore('sets'), tx.objectStore('files')]
    for (const { id, name, file } of change.added) {
      const { type, size } = file
      await files.put({ set, id, name, type, size, sha256: null, bytes: 'awaited' })
    }
    for (const id of change.removed) await files.delete([set, id])
    for (const { id, facts } of change.encoded) {
      const record = await files.get([set, id])
      if (record) await files.put({ ...record, sha256: facts.sha256 })
    }
    for (const picture of pictures) await tx.objectStore('pictures').put(picture)
    for (const segment of segments) await tx.objectStore('vectors').add(segment)
    const order = change.order ?? (await sets.get(set))?.order ?? []
    await sets.put({ id: set, order, changedAt: Date.now() })
    await tx.done
  }

  return {
    list: () =>
      guarded<readonly KeptSet[]>([], async (storage) => {
        const inUse = await locks.held()
        const listed = await listSets(storage, inUse)
        const known = new Set(listed.map(({ id }) => id))
        const isOver = (id: string) => !known.has(id) && !inUse.has(id) && !handedOut.has(id)
        await forgetSets(storage.db, (await storage.db.getAllKeys('sets')).filter(isOver))
        for (const id of await storage.bytes.sets()) if (isOver(id)) await storage.bytes.deleteSet(id)
        // What was forgotten while a page could still read it.
        for (const { id, isOpen } of listed) if (!isOpen) await collectBytes(storage, id)
        return listed
      }),
    hold: (setId) =>
      guarded<readonly string[] | null>(null, async (storage) => {
        held = (await locks.take(setId)) ? setId : null
        return held === null ? null : collectBytes(storage, held)
      }),
    keep: (change) =>
      guarded(0, async ({ db, copies }) => {
        const set = held
        if (set === null) return 0
        await writeChange(db, set, change)
        for (const { id, file } of change.added) copies.add(set, id, file)
        return copies.missing()
      }),
    open: (setId) =>
      guarded<OpenedSet>({ pictures: [], missing: [] }, async (storage) => {
        const opened = await readSet(storage, setId)
        handedOut.set(setId, new Set(opened.pictures.map(({ id }) => id)))
        return opened
      }),
    recall: (modelKey, sha256s) =>
      guarded<readonly (Recalled | null)[]>([], async ({ db }) => {
        const known = await encodingsOf(db, modelKey)
        const tx = db.transaction('pictures')
        const pictures = await Promise.all(
          sha256s.map((sha256) => (known.has(sha256) ? tx.store.get(sha256) : Promise.resolve(undefined))),
        )
        return sha256s.map((sha256, i) => {
          const [picture, encoded] = [pictures[i], known.get(sha256)]
          return picture && encoded ? { facts: toFacts(picture), encoded } : null
        })
      }),
    whenCopied: () =>
      guarded(null, async ({ copies }) => {
        await copies.settled()
        return null
      }),
    forget: (setIds) =>
      guarded(null, async ({ db, bytes, copies }) => {
        await copies.settled()
        await forgetSets(db, setIds)
        encodings = null
        for (const id of setIds) {
          const inUse = handedOut.get(id)
          if (inUse) await bytes.collect(id, (picture) => inUse.has(picture))
          else await bytes.deleteSet(id)
        }
        return null
      }),
  }
}
