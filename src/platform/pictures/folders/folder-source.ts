/** Where a file lies in a folder that the browser lets the page read again at a later visit. Chromium alone does. */
export interface FolderPlace {
  readonly folder: FileSystemDirectoryHandle
  /** From the folder on: `day 2/a.jpg`. */
  readonly path: string
}

/** Where files came from, for as long as the page has them. */
export type FolderBook = WeakMap<Blob, FolderPlace>

type FolderMode = 'read' | 'readwrite'

type Permit = (wanted: { readonly mode: FolderMode }) => Promise<PermissionState>
/** With what Chromium adds; TypeScript's library does not know it. */
interface PermittedHandle extends FileSystemDirectoryHandle {
  readonly queryPermission?: Permit
  readonly requestPermission?: Permit
}

/**
 * Whether folders may be read now, or written as well.
 *
 * @param asks whether the person is asked where that is needed: within a press only.
 */
export const mayUseFolders = async (
  folders: readonly FileSystemDirectoryHandle[],
  asks: boolean,
  mode: FolderMode,
): Promise<boolean> => {
  for (const folder of folders) {
    const permit: PermittedHandle = folder
    const wanted = { mode }
    const before = (await permit.queryPermission?.(wanted)) ?? 'granted'
    if (before === 'granted') continue
    if (!asks || (await permit.requestPermission?.(wanted)) !== 'granted') return false
  }
  return true
}

/** Whether folders may be read now. @param asks as of {@link mayUseFolders}. */
export const mayReadFolders = (
  folders: readonly FileSystemDirectoryHandle[],
  asks: boolean,
): Promise<boolean> => mayUseFolders(folders, asks, 'read')
