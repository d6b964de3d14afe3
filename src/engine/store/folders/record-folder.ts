import { sha256 as hashText } from 'hash-wasm'
import { isJsonObject } from '../../../core/json-object'
import { sourceKey } from '../../../core/model/model-source'
import { deleteFile, readJson, writeText } from './disk-file'
import { parseModelRecord, type ModelRecord } from './model-record'

/** The models that are kept, by `sourceKey`. */
export interface RecordFolder {
  find(key: string): Promise<ModelRecord | null>
  /** `unreadable` counts entries that something has spoiled: their files cannot be told from orphans. */
  all(): Promise<{ readonly records: readonly ModelRecord[]; readonly unreadable: number }>
  write(record: ModelRecord): Promise<void>
  delete(key: string): Promise<void>
}

/** One of the two files of a record, as it was read. */
interface Slot {
  readonly index: 0 | 1
  readonly serial: number
  readonly record: ModelRecord
}

/**
 * Opens the folder of records. Each record has two files that are written by turns, so that a crash in the middle
 * of writing leaves the other: the one with the higher serial counts. No engine needs to rename for that.
 */
export const createRecordFolder = (folder: FileSystemDirectoryHandle): RecordFolder => {
  const slotName = (hash: string, index: 0 | 1) => `${hash}.${index}.json`

  const readSlot = async (hash: string, index: 0 | 1): Promise<Slot | null> => {
    const json = await readJson(folder, slotName(hash, index))
    if (!isJsonObject(json) || typeof json.serial !== 'number') return null
    const record = parseModelRecord(json.record)
    return record && { index, serial: json.serial, record }
  }

  const newest = async (hash: string): Promise<Slot | null> => {
    const [a, b] = [await readSlot(hash, 0), await readSlot(hash, 1)]
    return a && b ? (a.serial > b.serial ? a : b) : (a ?? b)
  }

  return {
    find: async (key) => (await newest(await hashText(key)))?.record ?? null,
    all: async () => {
      const hashes = new Set<string>()
      for await (const name of folder.keys()) hashes.add(name.split('.')[0] ?? name)
      const slots = await Promise.all([...hashes].map(newest))
      const records = slots.flatMap((slot) => (slot ? [slot.record] : []))
      return { records, unreadable: slots.length - records.length }
    },
    write: async (record) => {
      const hash = await hashText(sourceKey(record.source))
      const present = await newest(hash)
      const index = present?.index === 0 ? 1 : 0
      await writeText(
        folder,
        slotName(hash, index),
        JSON.stringify({ serial: (present?.serial ?? 0) + 1, record }),
      )
    },
    delete: async (key) => {
      const hash = await hashText(key)
      await deleteFile(folder, slotName(hash, 0))
      await deleteFile(folder, slotName(hash, 1))
    },
  }
}
