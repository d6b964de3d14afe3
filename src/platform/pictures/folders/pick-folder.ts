import type { ComingFiles } from '../../../core/incoming/entry-paths'
import { findShown } from '../../../core/incoming/finding'
import { type FolderReading, walkFolder } from './walk-folder'

/** What Chromium's picker of folders is; TypeScript's library does not know it. */
type DirectoryPicker = (options: { readonly mode: 'read' }) => Promise<FileSystemDirectoryHandle>

/**
 * Lets the person choose a folder that may be read again at a later visit; called within a press. An empty list when they
 * change their mind.
 *
 * @param otherwise how folders are chosen where that cannot be: in a frame of another site.
 */
export const pickFolder = async (
  reading: FolderReading,
  otherwise: () => Promise<ComingFiles<File>>,
): Promise<ComingFiles<File>> => {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: DirectoryPicker }
  let folder: FileSystemDirectoryHandle
  try {
    if (!showDirectoryPicker) return await otherwise()
    folder = await showDirectoryPicker.call(window, { mode: 'read' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return []
    return otherwise()
  }
  return (await findShown(reading.startFinding, (finding) => walkFolder(folder, reading, finding))) ?? []
}
