/** Where models lie among the origin's private files. */
export interface StoreFolders {
  /** Verified files, each under its SHA-256. */
  readonly blobs: FileSystemDirectoryHandle
  /** Files that are not whole, and what is known of each. */
  readonly parts: FileSystemDirectoryHandle
  /** One entry per model. */
  readonly records: FileSystemDirectoryHandle
}

/**
 * Opens the folders, making them on the first visit.
 * @param root name of the outermost folder. The origin is shared by every project of one owner of GitHub Pages.
 * @returns `null` where a browser gives no private files: outside secure contexts, in some private windows.
 */
export const openStoreFolders = async (root: string): Promise<StoreFolders | null> => {
  try {
    let folder = await navigator.storage.getDirectory()
    for (const name of [root, 'models']) folder = await folder.getDirectoryHandle(name, { create: true })
    const open = (name: string) => folder.getDirectoryHandle(name, { create: true })
    return { blobs: await open('blobs'), parts: await open('parts'), records: await open('records') }
  } catch {
    return null
  }
}
