import type { MoveActions } from './moves/moving'
import type { ExportRequest } from '../../core/exports/export-request'

/** Where a file goes: into one that the person has picked, or where downloads do. */
export interface ExportTarget {
  readonly picked: FileSystemFileHandle | null
  download(file: Blob, name: string): void
}

/** What a person can do with results. */
export interface ExportActions {
  /**
   * Resolves when the file is whole, given up, or cannot be written, which is told.
   * @param download hands over a file as a download.
   */
  save(request: ExportRequest, download: ExportTarget['download']): Promise<void>
  /** Sorts pictures into folders of the person's disk. */
  readonly moves: MoveActions
}
