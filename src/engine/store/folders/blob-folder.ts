import type { Bytes } from '../../../core/brands'
import { deleteFile, findFile, makeFile, openExclusively } from './disk-file'

/** Verified files by their SHA-256. A name appears here only when the whole content is there. */
export interface BlobFolder {
  /** `null` where there is none of that name and length. */
  find(sha256: string, size: Bytes): Promise<File | null>
  /** Takes a verified file over from another folder. */
  commit(from: FileSystemDirectoryHandle, name: string, sha256: string): Promise<void>
  /** Deletes every file that `isNamed` does not know. */
  collect(isNamed: (sha256: string) => boolean): Promise<void>
  delete(sha256: string): Promise<void>
}

/**
 * Not in TypeScript's library, since no standard has it yet. All three engines do; Chrome for Android refuses it
 * (https://issues.chromium.org/issues/40270249), and Firefox wants that no file has the name.
 */
interface MovableFile {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>
}

const isMovable = (file: object): file is MovableFile => 'move' in file

const COPY_PIECE = 4 * 1024 * 1024

/**
 * Copies a file so that it reaches its full length at the very end, and so is never taken for whole before: its
 * last byte is written when all others are on disk.
 */
const copyFile = async (source: File, target: FileSystemFileHandle): Promise<void> => {
  const handle = await openExclusively(target)
  try {
    handle.truncate(0)
    const last = Math.max(0, source.size - 1)
    for (let at = 0; at < last; at += COPY_PIECE) {
      handle.write(new Uint8Array(await source.slice(at, Math.min(last, at + COPY_PIECE)).arrayBuffer()), {
        at,
      })
    }
    handle.flush()
    handle.write(new Uint8Array(await source.slice(last).arrayBuffer()), { at: last })
    handle.flush()
  } finally {
    handle.close()
  }
}

/** Opens the folder of verified files. */
export const createBlobFolder = (folder: FileSystemDirectoryHandle): BlobFolder => {
  const rename = async (part: FileSystemFileHandle, name: string): Promise<boolean> => {
    if (!isMovable(part)) return false
    try {
      await part.move(folder, name)
      return true
    } catch {
      return false
    }
  }

  return {
    find: async (sha256, size) => {
      const file = await (await findFile(folder, sha256))?.getFile()
      return file?.size === size ? file : null
    },
    commit: async (from, name, sha256) => {
      const part = await from.getFileHandle(name)
      const source = await part.getFile()
      const present = await findFile(folder, sha256)
      if (present && (await present.getFile()).size === source.size) {
        await deleteFile(from, name)
        return
      }
      if (present) await deleteFile(folder, sha256)
      if (await rename(part, sha256)) return
      await copyFile(source, await makeFile(folder, sha256))
      await deleteFile(from, name)
    },
    collect: async (isNamed) => {
      const names: string[] = []
      for await (const name of folder.keys()) if (!isNamed(name)) names.push(name)
      for (const name of names) await deleteFile(folder, name)
    },
    delete: (sha256) => deleteFile(folder, sha256),
  }
}
