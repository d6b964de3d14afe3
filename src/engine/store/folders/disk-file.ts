import type { Milliseconds } from '../../../core/brands'
import { wait } from '../wait'

/** A worker that was ended a moment ago may still hold its files. Locks keep everybody else away. */
const BUSY_TRIES = 60
const BUSY_WAIT = 50 as Milliseconds

const isBusy = (error: unknown): boolean =>
  error instanceof DOMException && ['NoModificationAllowedError', 'InvalidStateError'].includes(error.name)

const isAbsent = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'

/** A neighbour on the origin may have put a folder where a file of ours was, or a file in place of a folder. */
const isOtherKind = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TypeMismatchError'

/** Opens a file for reading and writing. The caller closes it: no one else can open it until then. */
export const openExclusively = async (file: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await file.createSyncAccessHandle()
    } catch (error) {
      if (!isBusy(error) || attempt === BUSY_TRIES) throw error
      await wait(BUSY_WAIT, new AbortController().signal)
    }
  }
}

/** The file of that name; `null` where there is none, or a folder. */
export const findFile = async (
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | null> => {
  try {
    return await folder.getFileHandle(name)
  } catch (error) {
    if (isAbsent(error) || isOtherKind(error)) return null
    throw error
  }
}

/** The file of that name, made where there is none; a folder gives way to it. */
export const makeFile = async (
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle> => {
  try {
    return await folder.getFileHandle(name, { create: true })
  } catch (error) {
    if (!isOtherKind(error)) throw error
    await folder.removeEntry(name, { recursive: true })
    return folder.getFileHandle(name, { create: true })
  }
}

/** The folder of that name, made where there is none; a file gives way to it. */
export const makeFolder = async (
  parent: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle> => {
  try {
    return await parent.getDirectoryHandle(name, { create: true })
  } catch (error) {
    if (!isOtherKind(error)) throw error
    // Not with what is in it: by now another tab may have made the folder.
    await parent.removeEntry(name).catch(() => undefined)
    return parent.getDirectoryHandle(name, { create: true })
  }
}

/** Deletes a file, or the folder in its place. One that is gone is no matter, and one that somebody has open stays. */
export const deleteFile = async (folder: FileSystemDirectoryHandle, name: string): Promise<void> => {
  try {
    await folder.removeEntry(name, { recursive: true })
  } catch (error) {
    if (!isAbsent(error) && !isBusy(error)) throw error
  }
}

/** Writes all of `bytes` at the end. Throws `QuotaExceededError` where there is no room for all. */
export const appendAll = (handle: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>): void => {
  const at = handle.getSize()
  if (handle.write(bytes, { at }) === bytes.length) return
  handle.truncate(at)
  throw new DOMException('the disk took only a part', 'QuotaExceededError')
}

/** Puts `text` in place of whatever the file held. */
export const writeText = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<void> => {
  const handle = await openExclusively(await makeFile(folder, name))
  try {
    handle.truncate(0)
    appendAll(handle, new TextEncoder().encode(text))
    handle.flush()
  } finally {
    handle.close()
  }
}

/** The JSON in a file; `null` where there is no file, or no JSON in it. */
export const readJson = async (folder: FileSystemDirectoryHandle, name: string): Promise<unknown> => {
  const found = await findFile(folder, name)
  if (!found) return null
  try {
    return JSON.parse(await (await found.getFile()).text()) as unknown
  } catch {
    return null
  }
}
