import type { Desk } from '../../../client/desk/create-desk'
import type { FolderBook } from '../../../platform/pictures/folders/folder-source'
import type { HistoryStore } from '../../../platform/storage/history-store'
import type { TabMemory } from '../../../platform/storage/tab-memory'
import type { WorkStep } from '../../app-state'

/** What pictures are kept with. */
export interface OpenedDesk {
  readonly desk: Desk
  /** Which list is this tab's. */
  readonly tab: TabMemory
  /** What was done to lists, for later visits to take back. */
  readonly history: HistoryStore<WorkStep>
  /** Where files lie that came from a folder which can be read again. */
  readonly book: FolderBook
  /** Whether folders may be read now. @param asks whether the person is asked, which takes a press. */
  mayReadFolders(folders: readonly FileSystemDirectoryHandle[], asks: boolean): Promise<boolean>
}
