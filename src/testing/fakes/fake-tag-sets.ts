import type { TagSet } from '../../core/tags/tag-sets'
import type { TagSetStore } from '../../platform/storage/tag-set-store'

/** Sets of tags in memory. @param room how many sets there is room for. */
export const createFakeTagSets = (room = Infinity): TagSetStore => {
  let kept: readonly TagSet[] = []
  return {
    read: () => kept,
    write: (sets) => {
      if (sets.length > room) return false
      kept = sets
      return true
    },
  }
}
