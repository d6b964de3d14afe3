import type { Picture } from '../../../state/app-state'
import { createEachPicture } from '../../../state/pictures/each-picture'

/** How many pictures stand how. */
export interface PictureTally {
  readonly ready: number
  /** In the queue or being encoded. */
  readonly waiting: number
  readonly failed: number
}

const placeOf = ({ phase }: Picture): keyof PictureTally =>
  phase.kind === 'ready' || phase.kind === 'failed' ? phase.kind : 'waiting'

/** Counts the list; of a list that has changed, what has changed in it. */
export const createPictureTally = (): ((pictures: readonly Picture[]) => PictureTally) =>
  createEachPicture({
    valueOf: placeOf,
    empty: () => ({ ready: 0, waiting: 0, failed: 0 }),
    count: (tally, place, by) => {
      tally[place] += by
    },
    copy: (tally) => ({ ...tally }),
  })
