/** Where a file lies in a folder that the browser lets the page read again at a later visit. Chromium alone does. */
export interface FolderPlace {
  readonly folder: FileSystemDirectoryHandle
  /** From the folder on: `day 2/a.jpg`. */
  readonly path: string
}

/** Where files came from, for as long as the page has them. */
export type FolderBook = WeakMap<Blob, FolderPlace>

type Permit = (wanted: { readonly mode: 'read' }) => Promise<PermissionState>
/** With what Chromium adds; TypeScript's library does not know it. */
interface PermittedHandle extends FileSystemDirectoryHandle {
  readonly queryPermission?: Permit
  readonly requestPermission?: Permit
}

/**
 * Whether folders may be read now.
 *
 * @param asks whether the person is asked where that is needed: within a press only.
 */
export const mayReadFolders = async (
  folders: readonly FileSystemDirectoryHandle[],
  asks: boolean,
): Promise<boolean> => {
  for (const folder of folders) {
    const permit: PermittedHandle = folder
    const wanted = { mode: 'read' } as const
    const before = (await permit.queryPermission?.(wanted)) ?? 'granted'
    if (before === 'granted') continue
    if (!asks || (await permit.requestPermission?.(wanted)) !== 'granted') return false
  }
  return true
}
