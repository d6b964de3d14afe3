import type { Picture } from '../../../state/app-state'

/** How many pictures stand how. */
export interface PictureTally {
  readonly ready: number
  /** In the queue or being encoded. */
  readonly waiting: number
  readonly failed: number
}

/** Counts the list. */
export const tallyPictures = (pictures: readonly Picture[]): PictureTally => {
  const tally = { ready: 0, waiting: 0, failed: 0 }
  for (const { phase } of pictures) {
    if (phase.kind === 'ready') tally.ready += 1
    else if (phase.kind === 'failed') tally.failed += 1
    else tally.waiting += 1
  }
  return tally
}

/** Counts the list once per change of it: the list is replaced, never changed in place. */
export const createPictureTally = () => {
  let last: { pictures: readonly Picture[]; tally: PictureTally } | null = null
  return (pictures: readonly Picture[]): PictureTally => {
    if (last?.pictures !== pictures) last = { pictures, tally: tallyPictures(pictures) }
    return last.tally
  }
}
