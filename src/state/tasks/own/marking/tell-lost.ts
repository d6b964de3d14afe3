import { review } from '../../../../words/en/review'
import type { ActionDeps } from '../../../app-deps'
import type { WorkKeeper } from '../../../history/work-history'

/**
 * Says how many decisions go with a tag that is removed, and offers to take just that back: on the screen no more is seen
 * of them than that pictures are undecided again.
 */
export const tellLostDecisions = (
  { store, wordsWith }: Pick<ActionDeps, 'store' | 'wordsWith'>,
  { offerUndo }: Pick<WorkKeeper, 'offerUndo'>,
): void => {
  store.subscribe(({ tags, marks, history }, before) => {
    // What undo takes away or brings back is what it was asked for.
    if (tags === before.tags || history.past.length <= before.history.past.length) return
    const left = new Set(tags.map(({ id }) => id))
    const gone = new Set(before.tags.flatMap(({ id }) => (left.has(id) ? [] : [id])))
    const count = marks.filter(({ yes }) => yes.some((id) => gone.has(id))).length
    if (count > 0) offerUndo(() => wordsWith(review).t('review.lost', { count }))
  })
}
