/** How far one picture is. Each state is written down before what follows it on the disk, so a crash is between two. */
export type MoveState =
  | 'planned'
  /** Its place is chosen, and may have some of its bytes. */
  | 'writing'
  /** It is there whole, read back and compared; of a move the first one is still in its place. */
  | 'written'
  | 'done'
  /** Nothing was done about it, see `why`. */
  | 'skipped'
  /** Undone: it may have some of its bytes in its first place; then all of them; then it is nowhere else. */
  | 'returning'
  | 'returned'
  | 'undone'
  /** Not undone, see `why`: both places are as they were. */
  | 'left'

/** Why something was not done about a picture. */
export type WhyNot =
  /** Its file is not where it was. */
  | 'gone'
  /** Its file, or the copy, has other bytes than before. */
  | 'changed'
  /** Something else is in its place. */
  | 'taken'
  /** What was written could not be read back as it was. */
  | 'unwritten'

/** One picture of a job. */
export interface MoveRecord {
  readonly job: string
  readonly n: number
  /** As the list has it. */
  readonly picture: string
  /** Which of the job's folders it lies in, and where in it; `null` where only its bytes are at hand. */
  readonly from: { readonly folder: number; readonly path: string } | null
  /** In the folder of the job. The name changes where it turns out to be taken. */
  readonly to: { readonly folder: string; readonly name: string }
  /** Of its bytes; `null` until they have been read. */
  readonly sha256: string | null
  readonly state: MoveState
  readonly why?: WhyNot
  /** Copied by a move whose first file stays: it has changed since, or the page may not delete it. */
  readonly kept?: true
}

/** Sorting pictures into folders of a disk. */
export interface MoveJob<Folder> {
  readonly id: string
  readonly kind: 'copy' | 'move'
  readonly direction: 'forward' | 'back'
  /** The folder that the person chose. */
  readonly root: Folder
  /** The job's own in it, which did not exist before. */
  readonly folder: string
  /** Folders that pictures lie in. */
  readonly sources: readonly Folder[]
  /** Of all its pictures. */
  readonly total: number
  readonly startedAt: number
}

const OVER: Readonly<Record<MoveJob<unknown>['direction'], ReadonlySet<MoveState>>> = {
  forward: new Set(['done', 'skipped', 'undone', 'left']),
  back: new Set(['undone', 'left', 'skipped']),
}

/** Whether nothing is left to do about a picture. */
export const isOver = ({ state }: MoveRecord, direction: MoveJob<unknown>['direction']): boolean =>
  OVER[direction].has(state)
