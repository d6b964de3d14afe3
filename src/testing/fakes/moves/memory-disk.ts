import type { DiskFolder } from '../../../core/exports/moves/move-disk'

/** Called around each step: what it throws is what the disk does wrong. */
export type AroundStep = (when: 'before' | 'after', step: string) => void

interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>
  modified: number
}

interface StoredFolder {
  readonly folders: Map<string, StoredFolder>
  readonly files: Map<string, StoredFile>
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const failure = (name: string) => Object.assign(new Error(name), { name })

const newFolder = (): StoredFolder => ({ folders: new Map(), files: new Map() })

/**
 * A disk in memory with the handles of the File System Standard, of which every step may fail or be the last one.
 * @param writesInPlace whether bytes are in a file as they are written, and not all at once when it is closed.
 */
export const createMemoryDisk = (around: AroundStep = () => undefined, writesInPlace = false) => {
  const root = newFolder()
  let clock = 1
  const step = <T>(name: string, work: () => T): Promise<T> => {
    try {
      around('before', name)
      const result = work()
      around('after', name)
      return Promise.resolve(result)
    } catch (error) {
      return Promise.reject(toError(error))
    }
  }

  const fileHandle = (stored: StoredFile, name: string) => ({
    getFile: () =>
      step(`ask for ${name}`, () => {
        const { bytes, modified } = stored
        const read = () => step(`read ${name}`, () => bytes.slice().buffer)
        return { size: bytes.length, lastModified: modified, arrayBuffer: read }
      }),
    createWritable: () =>
      step(`open ${name}`, () => {
        let written = new Uint8Array()
        if (writesInPlace) stored.bytes = written
        const save = (bytes: Uint8Array<ArrayBuffer>) => {
          stored.bytes = bytes
          stored.modified = clock += 1
        }
        return {
          write: (bytes: ArrayBuffer) => {
            // What a crash in the middle leaves.
            if (writesInPlace) save(new Uint8Array(bytes.slice(0, bytes.byteLength / 2)))
            return step(`write ${name}`, () => {
              written = new Uint8Array(bytes.slice(0))
              if (writesInPlace) save(written)
            })
          },
          close: () =>
            step(`close ${name}`, () => {
              save(written)
            }),
          abort: () => step(`abort ${name}`, () => undefined),
        }
      }),
  })

  const folderHandle = (stored: StoredFolder, path: string): DiskFolder => ({
    getDirectoryHandle: (name, { create = false } = {}) =>
      step(`folder ${path}${name}`, () => {
        if (stored.files.has(name)) throw failure('TypeMismatchError')
        const known = stored.folders.get(name) ?? (create ? newFolder() : null)
        if (!known) throw failure('NotFoundError')
        stored.folders.set(name, known)
        return folderHandle(known, `${path}${name}/`)
      }),
    getFileHandle: (name, { create = false } = {}) =>
      step(`file ${path}${name}`, () => {
        if (stored.folders.has(name)) throw failure('TypeMismatchError')
        const known =
          stored.files.get(name) ?? (create ? { bytes: new Uint8Array(), modified: (clock += 1) } : null)
        if (!known) throw failure('NotFoundError')
        stored.files.set(name, known)
        return fileHandle(known, path + name)
      }),
    removeEntry: (name) =>
      step(`remove ${path}${name}`, () => {
        const folder = stored.folders.get(name)
        if (folder && folder.files.size + folder.folders.size > 0) throw failure('InvalidModificationError')
        if (!stored.folders.delete(name) && !stored.files.delete(name)) throw failure('NotFoundError')
      }),
  })

  const find = (path: string): readonly [folder: StoredFolder, name: string] => {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let folder = root
    for (const part of parts) {
      const next = folder.folders.get(part) ?? newFolder()
      folder.folders.set(part, next)
      folder = next
    }
    return [folder, name]
  }

  const allOf = (folder: StoredFolder, path: string): readonly (readonly [string, string])[] => [
    ...Array.from(
      folder.files,
      ([name, { bytes }]) => [path + name, new TextDecoder().decode(bytes)] as const,
    ),
    ...Array.from(folder.folders, ([name, inner]) => allOf(inner, `${path}${name}/`)).flat(),
  ]

  return {
    root: folderHandle(root, ''),
    /** As another program would, without any step of ours. */
    put: (path: string, text: string) => {
      const [folder, name] = find(path)
      folder.files.set(name, { bytes: new TextEncoder().encode(text), modified: (clock += 1) })
    },
    remove: (path: string) => {
      const [folder, name] = find(path)
      folder.files.delete(name)
    },
    /** Every file by its path, with what is in it. */
    files: (): ReadonlyMap<string, string> => new Map(allOf(root, '')),
    hasFolder: (name: string): boolean => root.folders.has(name),
  }
}
