import type { Desk } from '../../../client/desk/create-desk'
import type { FolderBook } from '../../../platform/pictures/folders/folder-source'
import type { TabMemory } from '../../../platform/storage/tab-memory'

/** What pictures are kept with. */
export interface OpenedDesk {
  readonly desk: Desk
  /** Which list is this tab's. */
  readonly tab: TabMemory
  /** Where files lie that came from a folder which can be read again. */
  readonly book: FolderBook
  /** Whether folders may be read now. @param asks whether the person is asked, which takes a press. */
  mayReadFolders(folders: readonly FileSystemDirectoryHandle[], asks: boolean): Promise<boolean>
}
