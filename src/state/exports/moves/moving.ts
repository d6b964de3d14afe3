import type { TaglensError } from '../../../core/errors/taglens-error'
import type { MoveProgress } from '../../../protocol/move-api'
import type { ExportRequest } from '../../../core/exports/export-request'

/** Sorting pictures into folders of the person's disk, as far as it is. */
export type Moving =
  | { readonly kind: 'none' }
  /** What would be done, before anything is. */
  | {
      readonly kind: 'planned'
      /** The folder that was chosen, and the job's own in it. */
      readonly into: string
      /** How many pictures go into each. */
      readonly folders: ReadonlyMap<string, number>
      readonly total: number
      /** Pictures that a move can only copy: the browser has no folder of them. */
      readonly copiedOnly: number
      /** The person has not let the page write into the folders that the pictures lie in. */
      readonly refused: boolean
    }
  | { readonly kind: 'running'; readonly progress: MoveProgress }
  /** By the person, by the end of the visit, or by what went wrong. */
  | { readonly kind: 'stopped'; readonly progress: MoveProgress; readonly error: TaglensError | null }
  | { readonly kind: 'over'; readonly progress: MoveProgress }
  | { readonly kind: 'failed'; readonly error: TaglensError }

/** What a person can do about it. Those that ask for a folder, or whether it may be written, are called within a press. */
export interface MoveActions {
  /** Asks for a folder, and says what would be done. */
  choose(request: Pick<ExportRequest, 'scope' | 'whose'>): Promise<void>
  start(kind: 'copy' | 'move'): Promise<void>
  /** Ends it between two pictures; it can be gone on with, or taken back. */
  stop(): void
  goOn(): Promise<void>
  takeBack(): Promise<void>
  /** Forgets what is over, or was only planned. */
  close(): void
}
