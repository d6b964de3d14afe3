/** Bytes of a file as they were when it was asked for. A browser's `File` is one. */
export interface DiskBytes {
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A file of a disk, as far as sorting into folders needs it: the browser's `FileSystemFileHandle` is one. */
export interface DiskFile {
  getFile(): Promise<DiskBytes & { readonly lastModified: number }>
  createWritable(): Promise<{
    write(bytes: ArrayBuffer): Promise<void>
    close(): Promise<void>
    abort(): Promise<void>
  }>
}

/**
 * A folder of a disk: the browser's `FileSystemDirectoryHandle` is one. Errors are told apart by their names, which are those
 * of the File System Standard: `NotFoundError`, `TypeMismatchError`, `QuotaExceededError`, `NotAllowedError`.
 */
export interface DiskFolder {
  getDirectoryHandle(name: string, options?: { readonly create?: boolean }): Promise<DiskFolder>
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<DiskFile>
  /** Deletes a file, or a folder that is empty. */
  removeEntry(name: string): Promise<void>
}

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && names.includes(String(error.name))

/** Whether the disk says that there is no such thing. */
export const isAbsent = (error: unknown): boolean => isNamed(error, 'NotFoundError')

/** Whether no other file would fare better: the disk is full, or the folder may not be written any longer. */
export const endsAll = (error: unknown): boolean =>
  isNamed(error, 'QuotaExceededError', 'NotAllowedError', 'SecurityError', 'AbortError')

/** What stands under a name: a file, something else, or nothing. */
export const lookUp = async (folder: DiskFolder, name: string): Promise<DiskFile | 'taken' | 'free'> => {
  try {
    return await folder.getFileHandle(name)
  } catch (error) {
    if (isAbsent(error)) return 'free'
    if (isNamed(error, 'TypeMismatchError')) return 'taken'
    throw error
  }
}

/** The folder at a path; `null` where there is none. */
export const folderAt = async (
  top: DiskFolder,
  path: readonly string[],
  create = false,
): Promise<DiskFolder | null> => {
  try {
    let folder = top
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create })
    return folder
  } catch (error) {
    if (isAbsent(error) || isNamed(error, 'TypeMismatchError')) return null
    throw error
  }
}

/** Deletes a folder that is empty; one that is not, or is gone, is let be. */
export const removeIfEmpty = async (folder: DiskFolder, name: string): Promise<void> => {
  try {
    await folder.removeEntry(name)
  } catch {
    // Something of the person's is in it.
  }
}
