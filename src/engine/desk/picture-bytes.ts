import { deleteFile, findFile, makeFile, makeFolder, openExclusively } from '../store/folders/disk-file'

/** The bytes of pictures among the origin's private files: a folder for each list, a file for each picture's id. */
export interface PictureBytes {
  /** Copies a picture. Throws what disks throw, then nothing of it stays. */
  write(set: string, id: string, picture: Blob): Promise<void>
  /** `null` where there is none of that length. */
  find(set: string, id: string, size: number): Promise<File | null>
  /**
   * Deletes files of a list but for those that are named.
   * @param named asked once the folder has been read: what is being copied meanwhile has its name by then.
   */
  collect(set: string, named: () => Promise<ReadonlySet<string>>): Promise<void>
  /** Lists that have a folder. */
  sets(): Promise<readonly string[]>
  deleteSet(set: string): Promise<void>
}

const PIECE = 4 * 1024 * 1024

/** Opens the folder; `null` where a browser gives no private files. */
export const openPictureBytes = async (root: string): Promise<PictureBytes | null> => {
  let folder: FileSystemDirectoryHandle
  try {
    folder = await makeFolder(await makeFolder(await navigator.storage.getDirectory(), root), 'pictures')
  } catch {
    return null
  }
  let newest: { readonly set: string; readonly handle: FileSystemDirectoryHandle } | null = null
  const setFolder = async (set: string) => {
    if (newest?.set !== set) newest = { set, handle: await makeFolder(folder, set) }
    return newest.handle
  }

  const names = async (handle: FileSystemDirectoryHandle) => {
    const found: string[] = []
    for await (const name of handle.keys()) found.push(name)
    return found
  }

  return {
    write: async (set, id, picture) => {
      const target = await setFolder(set)
      const handle = await openExclusively(await makeFile(target, id))
      try {
        handle.truncate(0)
        for (let at = 0; at < picture.size; at += PIECE) {
          const bytes = new Uint8Array(await picture.slice(at, at + PIECE).arrayBuffer())
          if (handle.write(bytes, { at }) !== bytes.length)
            throw new DOMException('the disk took only a part', 'QuotaExceededError')
        }
        handle.close()
      } catch (error) {
        handle.close()
        await deleteFile(target, id)
        throw error
      }
    },
    find: async (set, id, size) => {
      const file = await (await findFile(await setFolder(set), id))?.getFile()
      return file?.size === size ? file : null
    },
    collect: async (set, named) => {
      const handle = await setFolder(set)
      const there = await names(handle)
      const stays = await named()
      for (const name of there) if (!stays.has(name)) await deleteFile(handle, name)
    },
    sets: () => names(folder),
    deleteSet: async (set) => {
      newest = null
      await deleteFile(folder, set)
    },
  }
}
