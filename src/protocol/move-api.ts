import type { Outcome } from '../core/errors/outcome'
import type { TaglensError } from '../core/errors/taglens-error'
import type { MoveJob, MoveRecord, WhyNot } from '../core/exports/moves/move-records'

/** A job over folders of the person's. */
export type FolderJob = MoveJob<FileSystemDirectoryHandle>

/** How far a job is. */
export interface MoveProgress {
  readonly job: FolderJob
  /** Pictures of which nothing is left to do. */
  readonly over: number
  /** Of these: brought there, or taken back. */
  readonly done: number
  /** Of those that were brought there by a move: whose first file stays. */
  readonly kept: number
  /** What was not done, some of it by name. */
  readonly problems: readonly { readonly picture: string; readonly why: WhyNot }[]
  readonly problemCount: number
  /** What ended it: the disk is full, or a folder may not be written. It can be gone on with. */
  readonly error: TaglensError | null
  /** Pictures that have got to another place since the call before. */
  readonly moved: readonly MoveRecord[]
}

/** Sorting pictures into folders of the person's disk, written down so that a crash loses nothing (ADR 47). */
export interface MoveApi {
  /** Jobs that were begun, the newest first. */
  moveJobs(): Promise<Outcome<readonly MoveProgress[]>>
  /** Writes a job down before anything is done. Jobs that are over are forgotten. */
  planMove(job: FolderJob, records: readonly MoveRecord[]): Promise<Outcome<null>>
  /**
   * Goes on with a job for a second or so; called until all are over.
   * @param given bytes of pictures that lie in no folder that is known, by their numbers; of the next ones at least.
   */
  moveOn(jobId: string, given: ReadonlyMap<number, Blob>): Promise<Outcome<MoveProgress>>
  /** Has a job taken back from here on. */
  turnMove(jobId: string): Promise<Outcome<null>>
}
