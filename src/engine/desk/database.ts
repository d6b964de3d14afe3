import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptTag } from '../../core/desk/kept-set'
import type { PictureFacts } from '../../protocol/pixel-api'

/** A list of pictures. */
export interface SetRecord {
  readonly id: string
  /** Ids of its pictures. */
  readonly order: readonly string[]
  /** Folders of the person's that its pictures lie in. */
  readonly folders?: readonly FileSystemDirectoryHandle[]
  /** Files of these that the person took off the list, by `placeKey`: they are not found as new ones. */
  readonly takenOff?: readonly string[]
  readonly changedAt: number
}

/** A file of a folder, as it was when it was read last. */
export interface PlaceRecord {
  /** Which of the folders of its list. */
  readonly folder: number
  readonly path: string
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** A picture of a list. Its bytes lie in a file of its own, since WebKit fails on blobs in IndexedDB. */
export interface FileRecord {
  readonly set: string
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** `null` until it has been read. */
  readonly sha256: string | null
  /**
   * Whether its bytes are here whole, or are still to be copied, or found no room; or lie in the person's own folder; or on
   * another machine, from which a project came: then its row stays, and its file is found again or not.
   */
  readonly bytes: 'here' | 'awaited' | 'missing' | 'in-place' | 'elsewhere'
  /** When the file on the other machine was changed last, in milliseconds since 1970, where that is known. */
  readonly modified?: number
  /** Where they lie then. */
  readonly source?: PlaceRecord
  /** Where the picture is a tag, and not on the list. */
  readonly tag?: KeptTag
}

/** What decoding has shown, by the bytes of the picture. */
export interface PictureRecord extends Omit<PictureFacts, 'thumbnail'> {
  /** A small JPEG. */
  readonly thumbnail: ArrayBuffer
}

/**
 * What a model has made of several pictures. Many small records cost more than a few large ones: 10,000 vectors come
 * back in 0.3 s from 40 records, in 2.7 s from one each (Chromium).
 */
export interface SegmentRecord {
  /** Given by the database. */
  readonly sequence?: number
  /** Model, revision, precision and recipe: `LoadedModel.key`. */
  readonly encoding: string
  readonly kind: 'embedding' | 'classes'
  readonly sha256s: readonly string[]
  /** One row after another, of equal length. */
  readonly values: Float32Array<ArrayBuffer>
  /** Four numbers a picture: left, top, width, height. */
  readonly frames: Float64Array<ArrayBuffer>
  /** How many times smaller each side was decoded, a picture each; absent where all were decoded as exactly as can be. */
  readonly reductions?: Uint8Array<ArrayBuffer>
  /** Milliseconds from decoding to encoding. */
  readonly times: Float64Array<ArrayBuffer>
}

export interface DeskSchema extends DBSchema {
  sets: { key: string; value: SetRecord }
  files: { key: [string, string]; value: FileRecord }
  pictures: { key: string; value: PictureRecord }
  vectors: { key: number; value: SegmentRecord; indexes: { encoding: string } }
}

export type DeskDatabase = IDBPDatabase<DeskSchema>

/** Nothing that is kept of a batch is worth waiting for the disk: what a crash takes is encoded again. */
export const RELAXED = { durability: 'relaxed' } as const

/** Every file of one list. */
export const filesOf = (set: string): IDBKeyRange => IDBKeyRange.bound([set, ''], [set, '\uffff'])

const STORES = ['sets', 'files', 'pictures', 'vectors'] as const

const open = (name: string): Promise<DeskDatabase> =>
  openDB<DeskSchema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('sets', { keyPath: 'id' })
      db.createObjectStore('files', { keyPath: ['set', 'id'] })
      db.createObjectStore('pictures', { keyPath: 'sha256' })
      db.createObjectStore('vectors', { keyPath: 'sequence', autoIncrement: true }).createIndex(
        'encoding',
        'encoding',
      )
    },
    // A newer version of the app in another tab has to change it: this one keeps nothing from here on.
    blocking: (_current, _blocked, event) => {
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
    },
  })

/** Opens the database, made at the first visit; `null` where a browser keeps none. */
export const openDatabase = async (name: string): Promise<DeskDatabase | null> => {
  try {
    const db = await open(name)
    if (STORES.every((store) => db.objectStoreNames.contains(store))) return db
    // A neighbour on the origin has made one of that name.
    db.close()
    await deleteDB(name)
    return await open(name)
  } catch {
    return null
  }
}
