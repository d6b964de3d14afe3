import type { Bytes } from '../../core/brands'
import type { KeptSet, KeptTag } from '../../core/desk/kept-set'
import { commonFolder } from '../../core/incoming/entry-paths'
import type { KeptPicture, KeptPictureTag, OpenedSet } from '../../protocol/desk-api'
import type { PictureFacts } from '../../protocol/pixel-api'
import { createCopyQueue, sumOfBytes, type CopyQueue } from './copy-queue'
import {
  filesOf,
  openDatabase,
  RELAXED,
  type DeskDatabase,
  type FileRecord,
  type PictureRecord,
} from './database'
import { createFolderFiles, isUnchanged, type FolderFiles } from './folder-files'
import { openPictureBytes, type PictureBytes } from './picture-bytes'

/** What pictures are kept in. */
export interface DeskStorage {
  readonly db: DeskDatabase
  readonly bytes: PictureBytes
  readonly copies: CopyQueue
}

/** Files that are asked for at a time. */
const AT_ONCE = 64

/** Pictures of the first part of a list, more than a screen shows, and of each later one. */
const FIRST_PART = 192
const LATER_PARTS = 1024

export const toFacts = ({ thumbnail, ...known }: PictureRecord): PictureFacts => ({
  ...known,
  thumbnail: new Blob([thumbnail], { type: 'image/jpeg' }),
})

export const groupBy = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

export const openStorage = async (root: string): Promise<DeskStorage | null> => {
  const db = await openDatabase(`${root}-desk`)
  const bytes = db && (await openPictureBytes(root))
  return db && bytes && { db, bytes, copies: createCopyQueue(db, bytes) }
}

/** Every list with a picture at least, the newest first. */
export const listSets = async (
  { db }: DeskStorage,
  held: ReadonlySet<string>,
): Promise<readonly KeptSet[]> => {
  const filesBySet = groupBy(await db.getAll('files'), ({ set }) => set)
  return (await db.getAll('sets'))
    .flatMap(({ id, changedAt, folders = [] }): readonly KeptSet[] => {
      const files = filesBySet.get(id)
      if (!files) return []
      const names = files.map(({ name }) => name)
      const inPlace = files.filter(({ bytes }) => bytes === 'in-place').length
      // Pictures are called by their paths from the folder on.
      const folder = inPlace === files.length && folders.length === 1 ? folders[0] : undefined
      return [
        {
          id,
          folder: folder?.name ?? commonFolder(names),
          pictures: files.length,
          bytes: sumOfBytes(files) as Bytes,
          inPlace,
          missing: files.filter(({ bytes }) => bytes === 'awaited' || bytes === 'missing').length,
          changedAt,
          isOpen: held.has(id),
        },
      ]
    })
    .sort((a, b) => b.changedAt - a.changedAt)
}

/** Ids of a list's pictures, those that are tags included. */
export const idsOf = async (db: DeskDatabase, set: string): Promise<readonly string[]> =>
  (await db.getAllKeys('files', filesOf(set))).map(([, id]) => id)

/** What a list has, before any file is asked for. */
export interface SetIndex {
  readonly set: string
  readonly records: readonly FileRecord[]
  readonly tagged: readonly (FileRecord & { readonly tag: KeptTag })[]
  readonly folders: readonly FileSystemDirectoryHandle[]
  readonly folderFiles: FolderFiles
}

export const readIndex = async ({ db }: DeskStorage, set: string): Promise<SetIndex> => {
  const tx = db.transaction(['sets', 'files'])
  const { order = [], folders = [] } = (await tx.objectStore('sets').get(set)) ?? {}
  const files = await tx.objectStore('files').getAll(filesOf(set))
  const byId = new Map(files.map((record) => [record.id, record]))
  const records = order.flatMap((id) => byId.get(id) ?? [])
  await tx.done
  const tagged = files.flatMap(({ tag, ...record }) => (tag ? [{ ...record, tag }] : []))
  tagged.sort((a, b) => a.tag.place - b.tag.place)
  return { set, records, tagged, folders, folderFiles: createFolderFiles(folders) }
}

const readTags = async ({ bytes }: DeskStorage, { set, tagged }: SetIndex) => {
  const tags: KeptPictureTag[] = []
  const missing: string[] = []
  for (const { id, name, type, size, tag } of tagged) {
    const file = await bytes.find(set, id, size)
    if (file) tags.push({ id, file: file.slice(0, size, type), tag })
    else missing.push(name)
  }
  return { tags, missing }
}

/** What decoding has shown of pictures, in their order and in one transaction; `undefined` where one was never decoded. */
const readKnown = async (
  db: DeskDatabase,
  records: readonly FileRecord[],
): Promise<readonly (PictureRecord | undefined)[]> => {
  const { store } = db.transaction('pictures')
  return Promise.all(
    records.map(({ sha256 }) => (sha256 === null ? Promise.resolve(undefined) : store.get(sha256))),
  )
}

/** A picture as it is found; why it is not, where it is not. */
const findPicture = async (
  { bytes }: DeskStorage,
  { set, folders, folderFiles }: SetIndex,
  record: FileRecord,
  known: PictureRecord | undefined,
): Promise<(KeptPicture & { readonly changed: FileRecord | null }) | 'missing' | 'gone'> => {
  const { id, name, type, size, source } = record
  const facts = known ? toFacts(known) : null
  if (record.bytes === 'elsewhere') {
    const absent = { size, modified: record.modified ?? null }
    return { id, name, file: new Blob([], { type }), facts, absent, changed: null }
  }
  if (source === undefined) {
    const file = await bytes.find(set, id, size)
    // A slice of all of it, since the file's own type is of the name that it has here.
    return file ? { id, name, file: file.slice(0, size, type), facts, changed: null } : 'missing'
  }
  const [file, folder] = [await folderFiles.find(source), folders[source.folder]]
  if (!file || !folder) return 'gone'
  const found = { id, name, file, source: { folder, path: source.path } }
  if (isUnchanged(record, file)) return { ...found, facts, changed: null }
  const { size: now, lastModified: modified } = file
  return {
    ...found,
    facts: null,
    changed: { ...record, size: now, sha256: null, source: { ...source, modified } },
  }
}

/** The part of a list that begins at `from`, with the ids of those that are no longer in their folder. */
export const readPart = async (
  storage: DeskStorage,
  index: SetIndex,
  from: number,
): Promise<{ readonly opened: OpenedSet; readonly goneIds: readonly string[] }> => {
  const { records } = index
  const end = Math.min(records.length, from + (from === 0 ? FIRST_PART : LATER_PARTS))
  const pictures: KeptPicture[] = []
  const gone: FileRecord[] = []
  const changed: FileRecord[] = []
  const { tags, missing } = from === 0 ? await readTags(storage, index) : { tags: [], missing: [] }
  const part = records.slice(from, end)
  const known = await readKnown(storage.db, part)
  for (let at = 0; at < part.length; at += AT_ONCE) {
    const some = part.slice(at, at + AT_ONCE)
    const found = await Promise.all(
      some.map((record, i) => findPicture(storage, index, record, known[at + i])),
    )
    found.forEach((each, i) => {
      const asked = some[i]
      if (!asked) return
      if (each === 'missing') missing.push(asked.name)
      else if (each === 'gone') gone.push(asked)
      else {
        const { changed: record, ...picture } = each
        pictures.push(picture)
        if (record) changed.push(record)
      }
    })
  }
  if (changed.length > 0) {
    const tx = storage.db.transaction('files', 'readwrite', RELAXED)
    for (const record of changed) await tx.store.put(record)
    await tx.done
  }
  const next = end < records.length ? end : null
  const namesOf = (files: readonly FileRecord[]) => files.map(({ name }) => name)
  return {
    opened: { pictures, tags, missing, gone: namesOf(gone), changed: namesOf(changed), next },
    goneIds: gone.map(({ id }) => id),
  }
}
