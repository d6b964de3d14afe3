import type { Differing } from '../../core/desk/duplicates/differing'
import type { KeptSet } from '../../core/desk/kept-set'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { leastReductionOf } from '../../core/pixels/reduction'
import type {
  ArrivedPictures,
  DeskApi,
  EncodedRow,
  OpenedSet,
  Recalled,
  SetChange,
} from '../../protocol/desk-api'
import type { ImportedProject } from '../../protocol/project-api'
import { toStorageError } from '../../protocol/storage-error'
import { RELAXED, type DeskDatabase, type PictureRecord } from './database'
import {
  groupBy,
  idsOf,
  listSets,
  openStorage,
  readIndex,
  readPart,
  toFacts,
  type DeskStorage,
  type SetIndex,
} from './desk-storage'
import { createDifferingRecords } from './differing-records'
import { loadEncodings, type Encodings } from './encodings'
import { createFolderApi } from './create-folder-api'
import { placePictures } from './folder-files'
import { findArrived, openArrived, placeKey } from './arrived-files'
import { forgetSets, sweep } from './forget'
import { createMoveApi, hash } from './create-move-api'
import { importProject } from './import-project'
import { createSetLocks } from './set-locks'

/** What is not known yet of pictures that have been encoded. */
const newPictures = async (
  db: DeskDatabase,
  rows: readonly EncodedRow[],
): Promise<readonly PictureRecord[]> => {
  // In one transaction, since each costs more than what is read in it.
  const { store } = db.transaction('pictures')
  const known = await Promise.all(rows.map(({ facts }) => store.getKey(facts.sha256)))
  const fresh = rows.filter((_, i) => known[i] === undefined)
  return Promise.all(
    fresh.map(async ({ facts }) => ({ ...facts, thumbnail: await facts.thumbnail.arrayBuffer() })),
  )
}

/** @param root begins the names of the database, of the folder of bytes, and of the locks. */
export const createDeskApi = ({ root }: { readonly root: string }): DeskApi => {
  const locks = createSetLocks(root)
  const differing = createDifferingRecords(`${root}-differing`)
  let opening: Promise<DeskStorage | null> | null = null
  let held: string | null = null
  let encodings: Encodings | null = null
  let sweeping: Promise<void> | null = null
  /** The list that is being opened part by part. */
  let opened: SetIndex | null = null
  /** Files that were no longer in their folder: one that comes back is found again. */
  const gone = new Set<string>()
  /** What has come into the folders of the list that is looked through part by part. */
  let arrivals: { readonly set: string; readonly files: Awaited<ReturnType<typeof findArrived>> } | null =
    null
  /** Pictures by list that the page may still read from here: their bytes stay as long as this worker lives. */
  const handedOut = new Map<string, ReadonlySet<string>>()

  const guarded = async <T>(without: T, work: (storage: DeskStorage) => Promise<T>): Promise<Outcome<T>> => {
    try {
      opening ??= openStorage(root)
      const storage = await opening
      return done(storage ? await work(storage) : without)
    } catch (error) {
      // What was added in memory may not be in the database.
      encodings = null
      sweeping = null
      return failed(toStorageError(error, 'keeping pictures'))
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
    const pictures = await newPictures(db, change.encoded)
    const before = await db.get('sets', set)
    const { folders, placeOf } = await placePictures(before?.folders ?? [], change.added)
    const tx = db.transaction(['sets', 'files', 'pictures', 'vectors'], 'readwrite', RELAXED)
    const files = tx.objectStore('files')
    const takenOff = new Set(before?.takenOff)
    for (const id of change.removed) {
      const source = (await files.get([set, id]))?.source
      if (source && !gone.has(id)) takenOff.add(placeKey(source))
      await files.delete([set, id])
    }
    for (const picture of change.added) {
      const { id, name, file, tag } = picture
      const { type, size } = file
      const source = placeOf(picture)
      if (source) takenOff.delete(placeKey(source))
      const known = await files.get([set, id])
      // A file that was found again is the one that was read elsewhere.
      const sha256 = known?.bytes === 'elsewhere' ? known.sha256 : null
      const record = { set, id, name, type, size, sha256 } as const
      if (picture.absent) {
        const { size: bytes, modified } = picture.absent
        const there = { ...record, size: bytes, bytes: 'elsewhere' as const }
        await files.put(modified === null ? there : { ...there, modified })
      } else if (source) await files.put({ ...record, bytes: 'in-place', source })
      else await files.put({ ...record, bytes: 'awaited', ...(tag && { tag }) })
    }
    for (const { id, facts } of change.encoded) {
      const record = await files.get([set, id])
      if (record) await files.put({ ...record, sha256: facts.sha256 })
    }
    for (const picture of pictures) await tx.objectStore('pictures').put(picture)
    for (const segment of segments) await tx.objectStore('vectors').add(segment)
    const order = change.order ?? before?.order ?? []
    await tx
      .objectStore('sets')
      .put({ id: set, order, folders, takenOff: [...takenOff], changedAt: Date.now() })
    await tx.done
  }

  return {
    ...createMoveApi(`${root}-moves`),
    ...createFolderApi(),
    list: () =>
      guarded<readonly KeptSet[]>([], async (storage) => {
        const inUse = await locks.held()
        const listed = await listSets(storage, inUse)
        // Once a visit, since all that lies on the disk is looked through.
        const own = { set: held, handedOut: handedOut.get(held ?? '') ?? new Set<string>() }
        sweeping ??= sweep(storage, listed, (id) => inUse.has(id) || handedOut.has(id), own).then(() => {
          encodings = null
        })
        await sweeping
        return listed
      }),
    hold: (setId) =>
      guarded<readonly string[] | null>(null, async ({ db }) => {
        held = (await locks.take(setId)) ? setId : null
        return held === null ? null : idsOf(db, held)
      }),
    keep: (change) =>
      guarded(0, async ({ db, copies }) => {
        const set = held
        if (set === null) return 0
        await writeChange(db, set, change)
        for (const { id, file, source, absent } of change.added)
          if (!source && !absent) copies.add(set, id, file)
        return copies.missing()
      }),
    folders: (setId) =>
      guarded<readonly FileSystemDirectoryHandle[]>(
        [],
        async ({ db }) => (await db.get('sets', setId))?.folders ?? [],
      ),
    open: (setId, from) =>
      guarded<OpenedSet>(
        { pictures: [], tags: [], missing: [], gone: [], changed: [], next: null },
        async (storage) => {
          if (from === 0 || opened?.set !== setId) {
            opened = await readIndex(storage, setId)
            handedOut.set(setId, new Set([...opened.records, ...opened.tagged].map(({ id }) => id)))
          }
          const { opened: part, goneIds } = await readPart(storage, opened, from)
          for (const id of goneIds) gone.add(id)
          if (part.next === null) opened = null
          return part
        },
      ),
    arrived: (setId, from) =>
      guarded<ArrivedPictures>({ pictures: [], next: null }, async (storage) => {
        if (from === 0 || arrivals?.set !== setId) {
          const record = await storage.db.get('sets', setId)
          const index = await readIndex(storage, setId)
          arrivals = { set: setId, files: await findArrived(index, record?.takenOff ?? []) }
        }
        const part = await openArrived(arrivals.files, from)
        if (part.next === null) arrivals = null
        return part
      }),
    known: (modelKey) =>
      guarded<readonly string[]>([], async ({ db }) => (await encodingsOf(db, modelKey)).sha256s()),
    recall: (modelKey, sha256s) =>
      guarded<readonly (Recalled | null)[]>([], async ({ db }) => {
        const known = await encodingsOf(db, modelKey)
        const tx = db.transaction('pictures')
        const pictures = await Promise.all(
          sha256s.map((sha256) => (known.has(sha256) ? tx.store.get(sha256) : Promise.resolve(undefined))),
        )
        return sha256s.map((sha256, i) => {
          const [picture, encoded] = [pictures[i], known.get(sha256)]
          if (!picture || !encoded) return null
          // A version before the fast reading kept this of the picture, not of its encoding.
          const reducedBy = leastReductionOf(picture) ?? encoded.reducedBy
          return { facts: toFacts(picture), encoded: { ...encoded, reducedBy } }
        })
      }),
    importProject: async (setId, file, onProgress, signal) => {
      const outcome = await guarded<Outcome<ImportedProject | null>>(done(null), ({ db }) =>
        importProject(db, setId, file, onProgress, signal),
      )
      encodings = null
      return outcome.kind === 'done' ? outcome.value : outcome
    },
    hashOf: async (file) => {
      try {
        return done(await hash(await file.arrayBuffer()))
      } catch {
        return done(null)
      }
    },
    whenCopied: () =>
      guarded(null, async ({ copies }) => {
        await copies.settled()
        return null
      }),
    differing: () => guarded<readonly Differing[]>([], () => differing.all()),
    keepDiffering: (put, removed) =>
      guarded(null, async () => {
        await differing.change(put, removed)
        return null
      }),
    forget: (setIds) =>
      guarded<readonly string[]>([], async ({ db, bytes, copies }) => {
        await copies.settled()
        const gone = await forgetSets(db, setIds)
        const left = new Set((await db.getAll('files')).map(({ sha256 }) => sha256))
        await differing.forget((sha256) => left.has(sha256))
        encodings = null
        for (const id of setIds) {
          const inUse = handedOut.get(id)
          if (inUse) await bytes.collect(id, () => Promise.resolve(inUse))
          else await bytes.deleteSet(id)
        }
        return gone
      }),
  }
}
