import { sha256 as hashText } from 'hash-wasm'
import { isJsonObject } from '../../../core/json-object'
import { appendAll, deleteFile, findFile, makeFile, openExclusively, readJson, writeText } from './disk-file'

/** A file that is not whole, held open by this worker alone. */
export interface DiskPart {
  readonly length: number
  /** What the host called the version that the bytes are of. */
  readonly etag: string | null
  /** Forgets the bytes; those that come next are of version `etag`. */
  begin(etag: string | null): Promise<void>
  append(bytes: Uint8Array<ArrayBuffer>): void
  read(from: number, to: number): Uint8Array<ArrayBuffer>
  /** Makes sure that the bytes are on disk, and lets the file go. */
  close(): void
}

/** Files that are not whole, each with a journal of what it is beside it. */
export interface PartFolder {
  readonly folder: FileSystemDirectoryHandle
  open(name: string): Promise<DiskPart>
  /** Bytes of a part; 0 where there is none. */
  length(name: string): Promise<number>
  delete(name: string): Promise<void>
  /** Deletes every part that `isNamed` does not know and no one has open. */
  collect(isNamed: (name: string) => boolean): Promise<void>
}

const JOURNAL_SUFFIX = '.json'

/** Name of the part of one file of one commit: what is here of it is found again by asking for the same. */
export const partName = (key: string, revision: string, path: string): Promise<string> =>
  hashText([key, revision, path].join('\n'))

const readEtag = (journal: unknown): string | null =>
  isJsonObject(journal) && typeof journal.etag === 'string' ? journal.etag : null

/** Opens the folder of parts. */
export const createPartFolder = (folder: FileSystemDirectoryHandle): PartFolder => ({
  folder,
  open: async (name) => {
    const journal = await readJson(folder, name + JOURNAL_SUFFIX)
    const handle = await openExclusively(await makeFile(folder, name))
    let etag = readEtag(journal)
    // Bytes without a journal are of no known version.
    if (journal === null) handle.truncate(0)
    return {
      get length() {
        return handle.getSize()
      },
      get etag() {
        return etag
      },
      begin: async (next) => {
        // In this order: a crash between the two leaves no bytes that pass for another version's.
        handle.truncate(0)
        await writeText(folder, name + JOURNAL_SUFFIX, JSON.stringify({ etag: next }))
        etag = next
      },
      append: (bytes) => {
        appendAll(handle, bytes)
      },
      read: (from, to) => {
        const bytes = new Uint8Array(to - from)
        handle.read(bytes, { at: from })
        return bytes
      },
      close: () => {
        handle.flush()
        handle.close()
      },
    }
  },
  length: async (name) => (await (await findFile(folder, name))?.getFile())?.size ?? 0,
  delete: async (name) => {
    await deleteFile(folder, name)
    await deleteFile(folder, name + JOURNAL_SUFFIX)
  },
  collect: async (isNamed) => {
    const names: string[] = []
    for await (const name of folder.keys()) {
      if (!isNamed(name.replace(JOURNAL_SUFFIX, ''))) names.push(name)
    }
    for (const name of names) await deleteFile(folder, name)
  },
})
